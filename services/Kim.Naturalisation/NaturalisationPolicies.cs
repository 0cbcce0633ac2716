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
    public const string ReadPersonData = "person-data:read";

    public static readonly PolicyTable Table = new()
    {
        // The law is no secret, and names nobody.
        [ReadRules] = [Roles.NaturalisationOfficer, Roles.Coordinator],
        // The data protection officer reads restricted files, and no other.
        [ReadReferrals] = [Roles.NaturalisationOfficer, Roles.DataProtectionOfficer],
        [PullFacts] = [Roles.NaturalisationOfficer],
        [Check] = [Roles.NaturalisationOfficer],
        [ReadChecks] = [Roles.NaturalisationOfficer],
        [QuickCheck] = [Roles.NaturalisationOfficer],
        [Overrule] = [Roles.NaturalisationOfficer],
        [Proceed] = [Roles.NaturalisationOfficer],
        [ReadWork] = [Roles.NaturalisationOfficer],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("naturalisation:person-data")],
    };
}
