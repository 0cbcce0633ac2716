using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

/// <summary>Cases on their way, for domain tests: each step is the shortest that the guards allow.</summary>
internal static class TestCases
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Act On(DateOnly day) => new(Guid.Parse("0a000000-0000-4000-8000-000000000001"), new DateTimeOffset(day, new TimeOnly(10, 0), TimeSpan.Zero), day);

    public static Act Now => On(Today);

    public static Person Person(string given = "Amira", string family = "Öztürk") => new(given, family, new DateOnly(1990, 5, 1), "FEMALE", ["ara"]);

    public static Case Open() => Case.Open("KIM-2026-000001", Person(), new CaseFrame("05558012", "Wohnung", "ABH", 3), Now).Value;

    public static ConsentTerms Terms(DateOnly from, DateOnly? until = null) =>
        new("Jobcenter", "JOBCENTER", "Hilfeplan", ["STAMMDATEN"], "BOTH", from, until, "WRITTEN", "ara");

    /// <summary>A case in this phase with nothing prepared for the next one.</summary>
    public static Case In(string phase)
    {
        var made = Open();
        foreach (var next in Phases.All.Skip(1).TakeWhile(_ => made.Phase != phase))
        {
            Prepare(made, next);
            Assert.True(made.MoveTo(new PhaseStep(next, next == Phases.Abgeschlossen ? "WEGZUG" : null), Now).Ok);
        }

        return made;
    }

    /// <summary>Fulfils the guard of a phase.</summary>
    public static void Prepare(Case made, string next)
    {
        switch (next)
        {
            case Phases.Assessment:
                Assert.True(made.GiveConsent(Terms(Today), Now).Ok);
                Assert.True(made.Indicate(["HAERTEFALL", "VIELE_STELLEN"], null).Ok);
                break;
            case Phases.Hilfeplanung:
                Assert.True(made.Rate([.. LifeDomains.Mandatory.Select(domain => new Rating(domain, 2, null))], Now).Ok);
                break;
            case Phases.Linking:
                Assert.True(made.AgreePlan(Today, Now).Ok);
                break;
            case Phases.Monitoring:
                var goal = made.SetGoal("Wohnung finden", null, Today.AddMonths(3), Now).Value;
                var measure = made.PlanMeasure(goal.Id, new MeasurePlan("Beratung", null, null, "cm-1", Today.AddMonths(1)), Now).Value;
                Assert.True(made.StartMeasure(measure.Id, Now).Ok);
                break;
            case Phases.Abgeschlossen:
                foreach (var open in made.Goals) Assert.True(made.RateGoal(open.Id, 3, Now).Ok);
                break;
        }
    }
}
