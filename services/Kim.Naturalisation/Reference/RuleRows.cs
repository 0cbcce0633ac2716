using Kim.Naturalisation.Domain.Rules;

namespace Kim.Naturalisation.Reference;

/// <summary>A rule set as it was recorded. A correction supersedes it and keeps it: a verdict names the revision under which it was found.</summary>
public sealed class RuleSetRow
{
    private RuleSetRow()
    {
    }

    public string Key { get; private set; } = "";

    public int Revision { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public RuleSet Rules { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Records a rule set.</summary>
    public static RuleSetRow Record(RuleSet rules, DateTimeOffset now) => new()
    {
        Key = rules.Key, Revision = rules.Revision, ValidFrom = rules.ValidFrom, ValidUntil = rules.ValidUntil, Rules = rules, RecordedAt = now,
    };

    /// <summary>A newer revision takes its place.</summary>
    public void Supersede(DateTimeOffset now) => SupersededAt = now;
}

/// <summary>What all rule sets share: residence statuses, fees, the forecast's reach.</summary>
/// <param name="Statuses">Residence statuses.</param>
/// <param name="Fees">Fee rules.</param>
/// <param name="ForecastYears">Years.</param>
public sealed record LawDocument(IReadOnlyList<ResidenceStatus> Statuses, IReadOnlyList<FeeRule> Fees, int ForecastYears);

/// <summary>A revision of <see cref="LawDocument"/>.</summary>
public sealed class LawDocumentRow
{
    private LawDocumentRow()
    {
    }

    public int Revision { get; private set; }

    public LawDocument Document { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Records a revision.</summary>
    public static LawDocumentRow Record(int revision, LawDocument document, DateTimeOffset now) => new() { Revision = revision, Document = document, RecordedAt = now };

    /// <summary>A newer revision takes its place.</summary>
    public void Supersede(DateTimeOffset now) => SupersededAt = now;
}
