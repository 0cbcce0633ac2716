using System.Collections.Frozen;
using Kim.Contracts.Vocabulary;

namespace Kim.Cases.Reference;

/// <summary>
/// Which residence statuses of domain.md 4.2 make a group in figures (2.4 no. 3). Every other code of the vocabulary is a permit
/// (PERMIT): residence permits, Blue Card, visa, and the certificates under which a lawful stay goes on.
/// </summary>
public static class StatusGroupTable
{
    private const string Unknown = "UNKNOWN";

    private static readonly FrozenDictionary<string, string> Groups = new (string Group, string Codes)[]
    {
        ("GERMAN", "DEU"),
        ("FREE_MOVEMENT", "EU_FREI EU_DAUER EU_FAM CH UK_WA"),
        ("SETTLED", "NE_9 NE_18C NE_26 NE_28 NE_35 DA_EU"),
        ("PROTECTED", "AE_23_2 AE_23_4 AE_25_1 AE_25_2_F AE_25_2_S AE_25_3"),
        ("TEMPORARY_PROTECTION", "AE_24"),
        ("ASYLUM_PROCEDURE", "ANKUNFT GESTATTUNG"),
        ("TOLERATED", "DULDUNG DULDUNG_AUSB DULDUNG_BESCH DULDUNG_ID GUEB FIKTION_81_3_2"),
        ("NONE", "OHNE"),
        (Unknown, "UNBEKANNT"),
    }.SelectMany(group => group.Codes.Split(' '), (group, code) => (code, group.Group)).ToFrozenDictionary(pair => pair.code, pair => pair.Group);

    /// <summary>The groups with their titles, the strongest status first.</summary>
    public static readonly IReadOnlyList<CodeEntry> Entries = Vocabularies.Titled(StatusGroups.All,
        ("GERMAN", "Deutsch", "German"), ("FREE_MOVEMENT", "Freizügigkeit", "Free movement"), ("SETTLED", "Unbefristeter Aufenthalt", "Settled"),
        ("PROTECTED", "Schutzberechtigt", "Protected"), ("TEMPORARY_PROTECTION", "Vorübergehender Schutz § 24", "Temporary protection"),
        ("PERMIT", "Befristeter Aufenthaltstitel", "Permit"), ("ASYLUM_PROCEDURE", "Im Asylverfahren", "Asylum procedure"),
        ("TOLERATED", "Geduldet", "Tolerated"), ("NONE", "Ohne Status", "No status"), (Unknown, "Unbekannt", "Unknown"));

    /// <summary>The group of a code of the residence vocabulary.</summary>
    public static string OfCode(string status) => Groups.GetValueOrDefault(status, ResidenceStatuses.Find(status) is null ? Unknown : "PERMIT");

    /// <summary>The one group in which a person counts: the strongest of the statuses of that day, unknown when there is none.</summary>
    public static string Of(IReadOnlyList<string> statuses) =>
        statuses.Count == 0 ? Unknown : statuses.Select(OfCode).MinBy(group => StatusGroups.All.ToList().IndexOf(group))!;
}
