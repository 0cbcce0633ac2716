using Kim.Cases.Domain;

namespace Kim.Cases.Reference;

/// <summary>
/// How long cases keeps what (domain.md 7.3), as dated rules: a change of law or practice is a new row with its day, and the case
/// follows the rule of the day on which it was closed.
/// </summary>
public static class RetentionRules
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    public static readonly IReadOnlyList<RetentionRule> All =
    [
        new(Retention.CaseFile, 3, Always, null, "Fallakte: drei Jahre nach Ende des Jahres, in dem der Fall abgeschlossen wurde", "Case file: three years after the end of the year of closing"),
        new(Retention.ConsentProof, 3, Always, null, "Nachweis der Einwilligung, unter der Daten weitergegeben wurden: drei Jahre länger als die Akte", "Proof of the consent under which data were passed on: three years longer than the file"),
    ];

    /// <summary>What a duty is called.</summary>
    public static (string De, string En) Title(string code) => All.Where(rule => rule.Code == code).Select(rule => (rule.TitleDe, rule.TitleEn)).Last();
}
