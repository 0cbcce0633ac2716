using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Network;

namespace Kim.Funding.Tests.Reports;

/// <summary>An event on its way to funding.</summary>
internal sealed record TestEvent(Guid Ref, long Version, object Message);

/// <summary>A quarter of a Kreis as events of cases, network and interpreters tell it.</summary>
internal static class ReportEvents
{
    private static readonly string[] Ages = ["18-26", "27-44", "45-64"], Sexes = ["FEMALE", "MALE"], Groups = ["SYR", "AFG", "UKR", "OTHER"];

    /// <summary>All events of <paramref name="cases"/> cases, half as many needs and as many bookings, from the third quarter of 2026.</summary>
    public static IReadOnlyList<TestEvent> Quarter(int cases)
    {
        var events = new List<TestEvent>();
        for (var index = 0; index < cases; index++) events.AddRange(Case(index));
        events.AddRange(Needs(Math.Max(2, cases / 2)));
        for (var index = 0; index < cases; index++) events.AddRange(Booking(index));
        return events;
    }

    public static CaseFacts Facts(int index, DateOnly opened, string phase) => new()
    {
        Ags = TestAccounts.AllAgs[index % 3], OpenedOn = opened, Phase = phase, AgeBand = Ages[index % 3], Sex = Sexes[index % 2], NationalityGroup = Groups[index % 4],
        StatusGroup = index % 5 == 0 ? "TOLERATED" : "PROTECTED", LengthOfStayBand = "1-3", AccessPath = "SELF", HouseholdSize = 1 + (index % 4),
        Topics = index % 2 == 0 ? ["WOHNEN", "ARBEIT"] : ["SPRACHE"], Rechtskreise = ["SGB2"], Goals = 2, GoalsAttained = 1, Position = "cm-1",
    };

    public static IEnumerable<TestEvent> Case(int index)
    {
        var id = Guid.NewGuid();
        var opened = new DateOnly(2026, index % 3 == 0 ? 5 : 7, 2 + (index % 25));
        yield return new TestEvent(id, 1, new CaseOpened { CaseRef = id, Version = 1, Facts = Facts(index, opened, "ANFRAGE") });
        yield return new TestEvent(id, 2, new CasePhaseChanged { CaseRef = id, Version = 2, ChangedOn = opened.AddDays(20), Facts = Facts(index, opened, "HILFEPLANUNG") });
        yield return new TestEvent(id, 3, new CaseAssigned { CaseRef = id, Version = 3, AssignedOn = opened.AddDays(22), Facts = Facts(index, opened, "HILFEPLANUNG") });
        if (index % 4 == 0)
            yield return new TestEvent(id, 4, new CaseClosed { CaseRef = id, Version = 4, ClosedOn = new(2026, 9, 15), Reason = "ZIELE_ERREICHT", Facts = Facts(index, opened, "ABGESCHLOSSEN") });
    }

    private static IEnumerable<TestEvent> Needs(int count)
    {
        Guid theme = Guid.NewGuid(), resolution = Guid.NewGuid(), measure = Guid.NewGuid();
        var needs = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        foreach (var need in needs)
            yield return new TestEvent(need, 1, new StructuralNeedReported
            {
                NeedId = need, Version = 1, Topic = "WOHNEN", Rechtskreis = "SGB2", AgencyType = "JOBCENTER", Ags = [TestAccounts.AgsCoesfeld], Weight = 3, ReportedOn = new(2026, 7, 6),
            });
        yield return new TestEvent(needs[0], 2, new StructuralNeedWithdrawn { NeedId = needs[0], Version = 2 });
        yield return new TestEvent(theme, 1, new NeedStateChanged { ThemeId = theme, Version = 1, Title = "Wohnen", State = "GEBUENDELT", NeedIds = [.. needs.Skip(1)], ChangedOn = new(2026, 7, 8) });
        yield return new TestEvent(resolution, 1, new ResolutionAdopted
        {
            ResolutionId = resolution, Version = 1, ThemeId = theme, NeedIds = [.. needs.Skip(1)], Number = "1/2026", Title = "T", Committee = "lg", CommitteeName = "LG",
            AdoptedOn = new(2026, 8, 20), Scope = [], MeasureId = measure, MeasureTitle = "M", MeasureOwner = "ki", MeasureOwnerName = "KI", DueOn = new(2026, 9, 30),
        });
        yield return new TestEvent(measure, 1, new MeasureStarted { MeasureId = measure, Version = 1, ResolutionId = resolution, ThemeId = theme, StartedOn = new(2026, 9, 1) });
        yield return new TestEvent(measure, 2, new MeasureCompleted { MeasureId = measure, Version = 2, ResolutionId = resolution, ThemeId = theme, CompletedOn = new(2026, 9, 20), Outcome = "O" });
    }

    private static IEnumerable<TestEvent> Booking(int index)
    {
        var id = Guid.NewGuid();
        var language = index % 3 == 0 ? "kmr" : "ara";
        var day = new DateOnly(2026, 8, 3 + (index % 20));
        if (index % 6 == 5)
        {
            yield return new TestEvent(id, 1, new BookingUnserved { BookingRef = id, Version = 1, Language = language, UnservedOn = day });
            yield break;
        }

        if (index % 6 == 4)
        {
            yield return new TestEvent(id, 1, new BookingDeclined { BookingRef = id, Version = 1, Reason = "LEAD_TIME", Language = language, DeclinedOn = day });
            yield break;
        }

        yield return new TestEvent(id, 2, new BookingConfirmed { BookingRef = id, Version = 2, StartsAt = new(day, new TimeOnly(10, 0), TimeSpan.Zero), DurationMinutes = 60, Mode = "ON_SITE", Language = language });
        yield return new TestEvent(id, 3, new AssignmentCompleted { BookingRef = id, Version = 3, Minutes = 70, Mode = "ON_SITE", Language = language, HeldOn = day });
    }
}
