using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;

namespace Kim.Cases;

/// <summary>
/// Who may do what with cases (domain.md 3.5). The scope stands in the queries: a case manager touches own cases only. The
/// Fachaufsicht reads all and reassigns, but edits no Verlauf; Dienstvorgesetzte see nothing. No person pulls the facts of a referral:
/// that is the door of the client naturalisation.
/// </summary>
public static class CasesPolicies
{
    public const string ReadCodes = "codes:read";
    public const string Read = "cases:read";
    public const string Write = "cases:write";
    public const string Reassign = "cases:reassign";
    public const string ReadNotices = "notices:read";
    public const string ReadOffers = "offers:read";
    public const string ErasePersons = "persons:erase";
    public const string ReadPersons = "persons:read";
    public const string ReadConsentedFacts = "consented-facts:read";

    public static readonly PolicyTable Table = new()
    {
        [ReadCodes] = [.. Roles.All],
        [Read] = [Roles.CaseManager, Roles.Coordinator],
        [Write] = [Roles.CaseManager],
        [Reassign] = [Roles.Coordinator],
        [ReadNotices] = [Roles.CaseManager],
        [ReadOffers] = [Roles.CaseManager, Roles.Coordinator],
        // A person's own rights are answered by the Fachaufsicht and the data protection officer, not by who works on the case.
        [ErasePersons] = [Roles.Coordinator, Roles.DataProtectionOfficer],
        [ReadPersons] = [Roles.Coordinator, Roles.DataProtectionOfficer],
        [ReadConsentedFacts] = [ClientActor.Scope("cases:consented-facts")],
    };
}
