namespace Kim.Cases.Domain;

/// <summary>How one life domain was rated in the assessment: 0 no need to 4 urgent need.</summary>
public sealed class DomainRating
{
    private DomainRating()
    {
    }

    internal DomainRating(Guid caseId, Rating rating, Act act) =>
        (CaseId, Domain, Level, Note, RatedOn) = (caseId, rating.Domain, rating.Level, rating.Note, act.Day);

    public Guid CaseId { get; private set; }

    public string Domain { get; private set; } = "";

    public int Level { get; private set; }

    public string? Note { get; private set; }

    public DateOnly RatedOn { get; private set; }

    internal void Change(Rating rating, Act act)
    {
        if (Level == rating.Level && Note == rating.Note) return;
        (Level, Note, RatedOn) = (rating.Level, rating.Note, act.Day);
    }
}

/// <summary>A rating as it is given.</summary>
public sealed record Rating(string Domain, int Level, string? Note);

/// <summary>A need of the person in a life domain, with the Rechtskreis that should answer it.</summary>
public sealed class CaseNeed
{
    private CaseNeed()
    {
    }

    internal CaseNeed(Guid caseId, string domain, string topic, string rechtskreis, string description, Act act)
    {
        (Id, CaseId, RecordedOn) = (Guid.CreateVersion7(act.At), caseId, act.Day);
        (Domain, Topic, Rechtskreis, Description) = (domain, topic, rechtskreis, description);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Domain { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Rechtskreis { get; private set; } = "";

    public string Description { get; private set; } = "";

    public DateOnly RecordedOn { get; private set; }
}

/// <summary>A goal of the Hilfeplan with its measures.</summary>
public sealed class Goal
{
    /// <summary>The least attainment that counts as reached in figures: almost fully (3) or fully (4).</summary>
    public const int Attained = 3;

    private readonly List<Measure> _measures = [];

    private Goal()
    {
    }

    internal Goal(Guid caseId, string title, Guid? needId, DateOnly dueOn, Act act) =>
        (Id, CaseId, Title, NeedId, DueOn) = (Guid.CreateVersion7(act.At), caseId, title, needId, dueOn);

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? NeedId { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Zielerreichung from 0 (not at all) to 4 (fully); null until rated.</summary>
    public int? Attainment { get; private set; }

    public DateOnly? RatedOn { get; private set; }

    public IReadOnlyList<Measure> Measures => _measures;

    internal void Rate(int score, Act act) => (Attainment, RatedOn) = (score, act.Day);

    internal Measure Add(MeasurePlan plan, Act act)
    {
        var measure = new Measure(CaseId, Id, plan, act);
        _measures.Add(measure);
        return measure;
    }
}

/// <summary>A measure of the Hilfeplan: who does what by when, if it fits with an offer of the directory.</summary>
public sealed class Measure
{
    public const string Planned = "PLANNED";
    public const string Started = "STARTED";

    private Measure()
    {
    }

    internal Measure(Guid caseId, Guid goalId, MeasurePlan plan, Act act)
    {
        (Id, CaseId, GoalId, Title) = (Guid.CreateVersion7(act.At), caseId, goalId, plan.Title);
        (OfferId, OfferTitle, Responsible, DueOn) = (plan.OfferId, plan.OfferTitle, plan.Responsible, plan.DueOn);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid GoalId { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? OfferId { get; private set; }

    /// <summary>The offer's title on the day of planning: a measure keeps it when the offer is withdrawn.</summary>
    public string? OfferTitle { get; private set; }

    public string Responsible { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public string State { get; private set; } = Planned;

    public DateOnly? StartedOn { get; private set; }

    internal void Start(Act act)
    {
        if (State == Planned) (State, StartedOn) = (Started, act.Day);
    }
}

/// <summary>A measure as it is planned.</summary>
public sealed record MeasurePlan(string Title, Guid? OfferId, string? OfferTitle, string Responsible, DateOnly DueOn);
