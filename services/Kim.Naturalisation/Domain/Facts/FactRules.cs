using Kim.Results;

namespace Kim.Naturalisation.Domain.Facts;

/// <summary>What attributes cannot say about facts that are typed in.</summary>
public static class FactRules
{
    private static readonly string[] Achievements = ["JOB", "SCHOOL", "VOLUNTEERING", "HIGHER_GERMAN"];

    /// <summary>What is wrong with the officer's facts, or null.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="path">Where they stand in the request.</param>
    public static Error? Fault(OfficerFacts facts, string path)
    {
        (string Name, IEnumerable<object?>? List)[] lists =
        [
            ("absences", facts.Absences), ("specialAchievements", facts.SpecialAchievements), ("convictions", facts.Convictions),
            ("investigations", facts.Investigations), ("fraudFindings", facts.FraudFindings), ("livelihood.benefits", facts.Livelihood?.Benefits),
        ];
        if (Hole(lists, path) is { } hole) return hole;
        foreach (var (i, code) in (facts.SpecialAchievements ?? []).Index())
            if (!Achievements.Contains(code))
                return Error.Invalid("achievement-unknown", $"One of {string.Join(", ", Achievements)}.", $"{path}.specialAchievements[{i}]");
        return Empty((facts.Absences ?? []).Select(one => ((DateOnly?)one.From, one.Until)), path + ".absences")
            ?? Empty((facts.Livelihood?.Benefits ?? []).Select(one => (one.From, one.Until)), path + ".livelihood.benefits")
            ?? Empty((facts.Investigations ?? []).Select(one => ((DateOnly?)one.OpenedOn, one.ClosedOn is { } end && end < DateOnly.MaxValue ? end.AddDays(1) : one.ClosedOn)), path + ".investigations");
    }

    /// <summary>What is wrong with a person's facts, or null.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="path">Where they stand in the request.</param>
    public static Error? Fault(PulledFacts facts, string path) =>
        Hole([("nationalities", facts.Nationalities), ("residencePeriods", facts.ResidencePeriods)], path)
        ?? Empty(facts.Nationalities.Select(one => (one.From, one.Until)), path + ".nationalities")
        ?? Empty(facts.ResidencePeriods.Select(one => ((DateOnly?)one.From, one.Until)), path + ".residencePeriods");

    // JSON lets null stand in a list of objects, whatever the type of the list says.
    private static Error? Hole(IEnumerable<(string Name, IEnumerable<object?>? List)> lists, string path)
    {
        foreach (var (name, list) in lists)
            foreach (var (i, item) in (list ?? []).Index())
                if (item is null) return Error.Invalid("entry-missing", "An entry of a list is not null.", $"{path}.{name}[{i}]");
        return null;
    }

    private static Error? Empty(IEnumerable<(DateOnly? From, DateOnly? Until)> periods, string path)
    {
        foreach (var (i, period) in periods.Index())
            if (period.Until <= period.From) return Error.Invalid("period-empty", "The period ends before it begins.", $"{path}[{i}].until");
        return null;
    }
}
