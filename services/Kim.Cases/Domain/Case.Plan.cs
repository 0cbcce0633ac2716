namespace Kim.Cases.Domain;

/// <summary>Assessment and Hilfeplan: ratings, needs, goals, measures and the person's agreement.</summary>
public sealed partial class Case
{
    /// <summary>Version of the Hilfeplan; a return from monitoring opens the next one, which needs a new agreement.</summary>
    public int PlanVersion { get; private set; } = 1;

    public DateOnly? PlanAgreedOn { get; private set; }

    public int? PlanAgreedVersion { get; private set; }

    public Result Rate(IReadOnlyList<Rating> ratings, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (ratings.DistinctBy(rating => rating.Domain).Count() != ratings.Count)
            return Error.Invalid("domain-twice", "A life domain is rated twice.", "ratings");

        _ratings.RemoveAll(old => ratings.All(rating => rating.Domain != old.Domain));
        foreach (var rating in ratings)
        {
            if (_ratings.Find(old => old.Domain == rating.Domain) is { } known) known.Change(rating, act);
            else _ratings.Add(new DomainRating(Id, rating, act));
        }

        return Touched();
    }

    public Result<CaseNeed> RecordNeed(string domain, string topic, string rechtskreis, string description, Act act)
    {
        if (Refused() is { } closed) return closed;
        var need = new CaseNeed(Id, domain, topic, rechtskreis, description.Trim(), act);
        _needs.Add(need);
        Touched();
        return need;
    }

    public Result<Goal> SetGoal(string title, Guid? needId, DateOnly dueOn, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (needId is { } id && !_needs.Exists(need => need.Id == id))
            return Error.Invalid("unknown-need", "The case has no such need.", "needId");
        var goal = new Goal(Id, title.Trim(), needId, dueOn, act);
        _goals.Add(goal);
        Touched();
        return goal;
    }

    public Result<Measure> PlanMeasure(Guid goalId, MeasurePlan plan, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (_goals.Find(goal => goal.Id == goalId) is not { } found) return Error.NotFound("goal");
        var measure = found.Add(plan, act);
        Touched();
        return measure;
    }

    public Result StartMeasure(Guid measureId, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (_goals.SelectMany(goal => goal.Measures).FirstOrDefault(measure => measure.Id == measureId) is not { } found)
            return Error.NotFound("measure");
        found.Start(act);
        return Touched();
    }

    public Result RateGoal(Guid goalId, int score, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (_goals.Find(goal => goal.Id == goalId) is not { } found) return Error.NotFound("goal");
        found.Rate(score, act);
        return Touched();
    }

    public Result AgreePlan(DateOnly agreedOn, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (agreedOn > act.Day) return Error.Invalid("date-in-future", "An agreement cannot lie in the future.", "agreedOn");
        (PlanAgreedOn, PlanAgreedVersion) = (agreedOn, PlanVersion);
        return Touched();
    }
}
