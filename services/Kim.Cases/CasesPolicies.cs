using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

namespace Kim.Cases;

/// <summary>
/// Who may do what with cases (domain.md 3.5). A case manager touches own cases only. The Fachaufsicht reads all, whatever the employer,
/// with all that its sampling of quality needs, and reassigns, but edits no Verlauf; Dienstvorgesetzte see nothing: no row reaches as
/// far as an organisation. No person pulls the facts of a referral: that is the door of the client naturalisation.
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
        [Read] = [Roles.CaseManager.With(Own, Personal | Special), Roles.Coordinator.With(All, Personal | Special)],
        [Write] = [Roles.CaseManager.With(Own, Personal | Special)],
        [Reassign] = [Roles.Coordinator.With(All)],
        [ReadNotices] = [Roles.CaseManager.With(Own, Personal)],
        [ReadOffers] = [Roles.CaseManager, Roles.Coordinator],
        [ReadConsentedFacts] = [ClientActor.Scope("cases:consented-facts").With(Own, Personal | Special)],
        // A person's own rights are answered by the Fachaufsicht and the data protection officer, not by who works on the case.
        [ErasePersons] = [Roles.Coordinator.With(All, Personal | Special), Roles.DataProtectionOfficer.With(All, Personal | Special)],
        [ReadPersons] = [Roles.Coordinator.With(All, Personal | Special), Roles.DataProtectionOfficer.With(All, Personal | Special)],
    };
}
