namespace Kim.Cases.Domain;

/// <summary>Life domains of the assessment (domain.md 3.1).</summary>
public static class LifeDomains
{
    /// <summary>Domains without which no Hilfeplan is made.</summary>
    public static readonly IReadOnlyList<string> Mandatory =
        ["AUFENTHALT", "WOHNEN", "SPRACHE", "SCHULE_KITA", "AUSBILDUNG_ARBEIT", "GESUNDHEIT"];

    /// <summary>All domains. What touches family and violence is asked only as far as the person wants to talk about it.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. Mandatory, "FINANZEN", "FAMILIE", "TEILHABE", "DISKRIMINIERUNG_GEWALTSCHUTZ"];
}
