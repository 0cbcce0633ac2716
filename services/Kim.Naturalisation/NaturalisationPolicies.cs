using Kim.Contracts.Vocabulary;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

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

    // The EBH decides with all that it has learnt of a person, findings of the criminal register included (StAG §§ 12a, 31, 32).
    private static readonly Grant Officer = Roles.NaturalisationOfficer.With(All, Personal | Special | Restricted);

    public static readonly PolicyTable Table = new()
    {
        // The law is no secret, and names nobody.
        [ReadRules] = [Roles.NaturalisationOfficer, Roles.Coordinator],
        // The data protection officer reads restricted files, and no other.
        [ReadReferrals] = [Officer, Roles.DataProtectionOfficer.With(Own, Personal | Special | Restricted)],
        [PullFacts] = [Officer],
        [Check] = [Officer],
        [ReadChecks] = [Officer],
        [QuickCheck] = [Officer],
        [Overrule] = [Officer],
        [Proceed] = [Officer],
        [ReadWork] = [Officer],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("naturalisation:person-data").With(All, Personal | Special | Restricted)],
    };
}
