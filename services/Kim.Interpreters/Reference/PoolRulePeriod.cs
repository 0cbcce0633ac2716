using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Reference;

/// <summary>The pool's rules in one validity period. A change closes the period and opens the next: the earlier rules stay.</summary>
public sealed class PoolRulePeriod
{
    private PoolRulePeriod()
    {
    }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public PoolRules Rules { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Rules begin.</summary>
    public static PoolRulePeriod Begin(DateOnly validFrom, PoolRules rules, DateTimeOffset now) =>
        new() { ValidFrom = validFrom, Rules = rules, RecordedAt = now };

    /// <summary>Rules that began today are replaced at once: nobody could rely on them for a day.</summary>
    public void Correct(PoolRules rules, DateTimeOffset now) => (Rules, RecordedAt) = (rules, now);

    /// <summary>The last day before this one was the last of these rules.</summary>
    public void End(DateOnly until) => ValidUntil = until;
}
