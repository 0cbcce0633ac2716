using Kim.Contracts.Vocabulary;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

namespace Kim.Funding;

/// <summary>Who may do what in this service. What is not in the table is denied. Personal is who holds a position; of clients there are figures only.</summary>
internal static class FundingPolicies
{
    public const string ReadStaffing = "staffing:read";
    public const string WriteStaffing = "staffing:write";
    public const string ReadDecisions = "decisions:read";
    public const string WriteDecisions = "decisions:write";
    public const string ReadMoney = "money:read";
    public const string WriteMoney = "money:write";
    public const string WriteReports = "reports:write";
    public const string ReadReports = "reports:read";
    public const string PullReports = "released-reports:read";
    public const string ReadPersonData = "person-data:read";

    public static readonly PolicyTable Table = new()
    {
        // The coordination runs the module check (domain.md 9) and looks up what was decided; it writes neither.
        [ReadStaffing] = [Roles.FundingOfficer.With(All, Personal), Roles.Coordinator.With(All, Personal)],
        [WriteStaffing] = [Roles.FundingOfficer.With(All, Personal)],
        [ReadDecisions] = [Roles.FundingOfficer, Roles.Coordinator],
        [WriteDecisions] = [Roles.FundingOfficer],
        [ReadMoney] = [Roles.FundingOfficer.With(All, Personal)],
        [WriteMoney] = [Roles.FundingOfficer.With(All, Personal)],
        [WriteReports] = [Roles.FundingOfficer],
        [ReadReports] = [Roles.FundingOfficer, Roles.Coordinator],
        // The funder's account or its program: released versions and nothing else.
        [PullReports] = [Roles.Funder, ClientActor.Scope("funding:reports")],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("funding:person-data").With(All, Personal | Special | Restricted)],
    };
}
