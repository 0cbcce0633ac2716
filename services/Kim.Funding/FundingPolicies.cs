using Kim.Contracts.Vocabulary;

namespace Kim.Funding;

/// <summary>Who may do what in this service. What is not in the table is denied.</summary>
internal static class FundingPolicies
{
    public const string WriteReports = "reports:write";
    public const string ReadReports = "reports:read";
    public const string PullReports = "released-reports:read";

    public static readonly PolicyTable Table = new()
    {
        [WriteReports] = [Roles.FundingOfficer],
        [ReadReports] = [Roles.FundingOfficer, Roles.Coordinator],
        [PullReports] = [Roles.Funder, ClientActor.Scope("funding:reports")],
    };
}
