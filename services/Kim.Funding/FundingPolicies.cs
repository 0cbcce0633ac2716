using Kim.Contracts.Vocabulary;

namespace Kim.Funding;

/// <summary>Who may do what in this service. What is not in the table is denied; which rows a role sees stands in <see cref="RowScopes"/>.</summary>
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
        [ReadStaffing] = [Roles.FundingOfficer, Roles.Coordinator],
        [WriteStaffing] = [Roles.FundingOfficer],
        [ReadDecisions] = [Roles.FundingOfficer, Roles.Coordinator],
        [WriteDecisions] = [Roles.FundingOfficer],
        [ReadMoney] = [Roles.FundingOfficer],
        [WriteMoney] = [Roles.FundingOfficer],
        [WriteReports] = [Roles.FundingOfficer],
        [ReadReports] = [Roles.FundingOfficer, Roles.Coordinator],
        // The funder's account or its program: released versions and nothing else.
        [PullReports] = [Roles.Funder, ClientActor.Scope("funding:reports")],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("funding:person-data")],
    };
}
