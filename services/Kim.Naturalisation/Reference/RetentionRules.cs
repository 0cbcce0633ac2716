namespace Kim.Naturalisation.Reference;

/// <summary>How long a file of naturalisation is kept after the year of its last step (domain.md 7.3), as dated rules.</summary>
public static class RetentionRules
{
    /// <summary>Code of the duty.</summary>
    public const string NaturalisationFile = "NATURALISATION_FILE";

    private static readonly (int Years, DateOnly ValidFrom, DateOnly? ValidUntil)[] Rules = [(30, new(2000, 1, 1), null)];

    /// <summary>The years by the rule of a day.</summary>
    public static int YearsOn(DateOnly day) => Rules.Single(rule => rule.ValidFrom <= day && (rule.ValidUntil is null || day < rule.ValidUntil)).Years;
}
