using Kim.Contracts.Vocabulary;

namespace Kim.Naturalisation;

/// <summary>Who may do what in this service. What is not in the table is denied: persons are the officers' business alone.</summary>
internal static class NaturalisationPolicies
{
    public const string ReadRules = "rules:read";
    public const string ReadReferrals = "referrals:read";
    public const string PullFacts = "facts:pull";
    public const string Check = "checks:write";
    public const string ReadChecks = "checks:read";
    public const string QuickCheck = "checks:quick";
    public const string Overrule = "checks:overrule";
    public const string Proceed = "procedures:write";
    public const string ReadWork = "work:read";

    public static readonly PolicyTable Table = new()
    {
        // The law is no secret, and names nobody.
        [ReadRules] = [Roles.NaturalisationOfficer, Roles.Coordinator],
        [ReadReferrals] = [Roles.NaturalisationOfficer],
        [PullFacts] = [Roles.NaturalisationOfficer],
        [Check] = [Roles.NaturalisationOfficer],
        [ReadChecks] = [Roles.NaturalisationOfficer],
        [QuickCheck] = [Roles.NaturalisationOfficer],
        [Overrule] = [Roles.NaturalisationOfficer],
        [Proceed] = [Roles.NaturalisationOfficer],
        [ReadWork] = [Roles.NaturalisationOfficer],
        [AuditSetup.Policy] = [Roles.DataProtectionOfficer],
    };
}
