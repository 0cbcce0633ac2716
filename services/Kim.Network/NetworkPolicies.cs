using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

namespace Kim.Network;

/// <summary>Who may do what in the network. The funder gets released reports only, from another service.</summary>
internal static class NetworkPolicies
{
    public const string ReadDirectory = "directory:read";
    public const string ReadConsultations = "consultations:read";
    public const string WriteRegisters = "registers:write";
    public const string ReadThemes = "themes:read";
    public const string JudgeThemes = "themes:judge";
    public const string ReadMeetings = "meetings:read";
    public const string WriteMeetings = "meetings:write";
    public const string ReadResolutions = "resolutions:read";
    public const string WriteResolutions = "resolutions:write";
    public const string ReadMeasures = "measures:read";
    public const string WriteMeasures = "measures:write";
    public const string ReadReports = "reports:read";

    // Personal is who spoke at a conference, and what the house wrote down about its partners.
    private static readonly Grant[] Staff = [.. Roles.All.Where(role => role != Roles.Funder).Select(role => role.With(All, Personal))];

    public static readonly PolicyTable Table = new()
    {
        [ReadDirectory] = Staff,
        // Who rejected what is for the house, not for the partners whom it names.
        [ReadConsultations] =
        [
            Roles.Coordinator.With(All, Personal), Roles.Office.With(All, Personal), Roles.CaseManager.With(All, Personal),
            Roles.FundingOfficer.With(All, Personal), Roles.DataProtectionOfficer.With(All, Personal),
        ],
        [WriteRegisters] = [Roles.Coordinator.With(All, Personal), Roles.Office.With(All, Personal)],
        [ReadThemes] = [Roles.Coordinator, Roles.Office],
        [JudgeThemes] = [Roles.Coordinator],
        [ReadMeetings] = [Roles.Coordinator, Roles.Office],
        [WriteMeetings] = [Roles.Office],
        [ReadResolutions] = Staff,
        [WriteResolutions] = [Roles.Office],
        [ReadMeasures] = Staff,
        [WriteMeasures] = [Roles.Office],
        [ReadReports] = [Roles.Office, Roles.Coordinator],
    };
}
