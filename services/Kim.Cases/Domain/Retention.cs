namespace Kim.Cases.Domain;

/// <summary>A rule that makes a duty to keep a record (domain.md 7.3). Law and practice change it: it holds for a time.</summary>
/// <param name="Code">Which record.</param>
/// <param name="Years">How long.</param>
/// <param name="ValidFrom">First day on which the rule holds.</param>
/// <param name="ValidUntil">First day on which it no longer holds; null while it does.</param>
/// <param name="TitleDe">In German, as the person is told.</param>
/// <param name="TitleEn">In English.</param>
public sealed record RetentionRule(string Code, int Years, DateOnly ValidFrom, DateOnly? ValidUntil, string TitleDe, string TitleEn);

/// <summary>A duty to keep a record.</summary>
/// <param name="Code">The rule behind it.</param>
/// <param name="Until">First day on which it no longer holds: the record is erased on it.</param>
public sealed record Duty(string Code, DateOnly Until);

/// <summary>Which duty keeps a closed case (Art. 17(3) DSGVO).</summary>
public static class Retention
{
    /// <summary>A file of Case Management.</summary>
    public const string CaseFile = "CM_FILE";

    /// <summary>The proof of a consent under which data were passed on.</summary>
    public const string ConsentProof = "CONSENT_PROOF";

    /// <summary>The duty that ends last, or null when none holds on a day.</summary>
    /// <param name="closedOn">The day of closing.</param>
    /// <param name="managed">Whether the case came as far as the assessment: before that there is no file of Case Management.</param>
    /// <param name="disclosed">Whether data were passed on under a consent.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="day">The day.</param>
    public static Duty? LastOf(DateOnly closedOn, bool managed, bool disclosed, IReadOnlyList<RetentionRule> rules, DateOnly day)
    {
        var file = managed && Years(CaseFile, rules, closedOn) is { } kept ? new DateOnly(closedOn.Year + 1, 1, 1).AddYears(kept) : (DateOnly?)null;
        var proof = disclosed && Years(ConsentProof, rules, closedOn) is { } proven ? (file ?? closedOn).AddYears(proven) : (DateOnly?)null;
        Duty?[] duties = [file is { } end ? new Duty(CaseFile, end) : null, proof is { } last ? new Duty(ConsentProof, last) : null];
        return duties.OfType<Duty>().Where(duty => duty.Until > day).MaxBy(duty => duty.Until);
    }

    private static int? Years(string code, IReadOnlyList<RetentionRule> rules, DateOnly day) => rules
        .SingleOrDefault(rule => rule.Code == code && rule.ValidFrom <= day && (rule.ValidUntil is null || day < rule.ValidUntil))?.Years;
}
