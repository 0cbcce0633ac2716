namespace Kim.Cases.Domain;

/// <summary>
/// Struktureller Handlungsbedarf seen in a case (domain.md 3.6). Its id is random: it leaves the service, and nobody else can join
/// it to a case. The effect in words stays here.
/// </summary>
public sealed class StructuralNeed
{
    public const string Open = "OPEN";
    public const string Withdrawn = "WITHDRAWN";

    private StructuralNeed()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public long Version { get; private set; } = 1;

    public string Topic { get; private set; } = "";

    public string Rechtskreis { get; private set; } = "";

    public string AgencyType { get; private set; } = "";

    public List<string> Ags { get; private set; } = [];

    public string Effect { get; private set; } = "";

    /// <summary>Persons in the household on the day of the report.</summary>
    public int Weight { get; private set; }

    public string State { get; private set; } = Open;

    public DateOnly ReportedOn { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public static StructuralNeed Report(Case from, NeedTerms terms, Act act) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = from.Id,
        Topic = terms.Topic,
        Rechtskreis = terms.Rechtskreis,
        AgencyType = terms.AgencyType,
        Ags = [.. terms.Ags.Distinct().Order(StringComparer.Ordinal)],
        Effect = terms.Effect.Trim(),
        Weight = from.HouseholdSize,
        ReportedOn = act.Day,
    };

    public Result Withdraw(Act act)
    {
        if (State != Open) return Error.Conflict("need-withdrawn", "The structural need is withdrawn already.");
        (State, WithdrawnOn) = (Withdrawn, act.Day);
        Version++;
        return Result.Success;
    }
}

/// <summary>A structural need as it is reported.</summary>
public sealed record NeedTerms(string Topic, string Rechtskreis, string AgencyType, IReadOnlyList<string> Ags, string Effect);
