using CsCheck;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

public sealed class IndicatorTests
{
    private static readonly DateOnly May = new(2026, 5, 4), July = new(2026, 7, 9), August = new(2026, 8, 3), LastDay = new(2026, 9, 30), Later = new(2026, 10, 1);

    [Fact]
    public void Cases_are_counted_by_the_way_in_and_the_way_out()
    {
        Guid stays = Guid.NewGuid(), ends = Guid.NewGuid(), comes = Guid.NewGuid(), comesAndGoes = Guid.NewGuid(), gone = Guid.NewGuid(), future = Guid.NewGuid(), back = Guid.NewGuid();
        var figures = Indicators.Compute(Sheets.Quarter, Sheets.Of(
            Sheets.Case(stays, 1, May, May), Sheets.Case(stays, 2, Later, May, closed: true),
            Sheets.Case(ends, 1, May, May), Sheets.Case(ends, 2, LastDay, May, closed: true),
            Sheets.Case(comes, 1, July, July),
            Sheets.Case(comesAndGoes, 2, August, July, closed: true), Sheets.Case(comesAndGoes, 1, July, July),
            Sheets.Case(gone, 1, May, May), Sheets.Case(gone, 2, May, May, closed: true),
            Sheets.Case(back, 1, May, May), Sheets.Case(back, 2, May, May, closed: true), Sheets.Case(back, 3, August, May),
            Sheets.Case(future, 1, Later, Later)));

        Assert.Equal((1, 1, 1, 1, 1), ((int)figures.Value("CASES_FLOW/OPEN_AT_START/OPEN_AT_END"), (int)figures.Value("CASES_FLOW/OPEN_AT_START/CLOSED"),
            (int)figures.Value("CASES_FLOW/NEW/OPEN_AT_END"), (int)figures.Value("CASES_FLOW/NEW/CLOSED"), (int)figures.Value("CASES_FLOW/REOPENED/OPEN_AT_END")));
        Assert.Equal((2, 2, 2, 3, 5), ((int)figures.Value("CASES_FLOW/OPEN_AT_START/*"), (int)figures.Value("CASES_FLOW/NEW/*"),
            (int)figures.Value("CASES_FLOW/*/CLOSED"), (int)figures.Value("CASES_FLOW/*/OPEN_AT_END"), (int)figures.Value("CASES_FLOW/*/*")));
        Assert.Equal(15, figures.Value("HOUSEHOLD_PERSONS/ALL"));
        Assert.Empty(ReportChecks.Sums(figures));
    }

    [Fact]
    public void What_is_dated_after_the_period_does_not_leak_in()
    {
        var known = Guid.NewGuid();
        ReportFact[] facts = [Sheets.Case(known, 1, July, July)];
        var moved = Sheets.Case(known, 2, Later, July, with: step => new CaseStep
        {
            Ref = step.Ref, Version = 2, On = Later, OpenedOn = July, Ags = TestAccounts.AgsDuelmen, AgeBand = step.AgeBand, Sex = step.Sex,
            NationalityGroup = step.NationalityGroup, StatusGroup = "TOLERATED", LengthOfStayBand = step.LengthOfStayBand, HouseholdSize = 9, Topics = ["ARBEIT"],
        });

        Assert.Equal(Text(facts), Text([.. facts, moved, Sheets.Opened(Later),
            new NeedReport { Ref = Guid.NewGuid(), Version = 1, Topic = "ARBEIT", Weight = 2, On = Later },
            new BookingStep { Ref = Guid.NewGuid(), Version = 3, Kind = BookingHistory.Completed, On = Later, Language = "ara", Minutes = 60 }]));

        static string Text(ReportFact[] facts) => System.Text.Json.JsonSerializer.Serialize(Indicators.Compute(Sheets.Quarter, Sheets.Of(facts)));
    }

    [Fact]
    public void A_need_is_adopted_and_solved_through_its_theme()
    {
        Guid first = Guid.NewGuid(), joined = Guid.NewGuid(), gone = Guid.NewGuid(), theme = Guid.NewGuid(), resolution = Guid.NewGuid(), measure = Guid.NewGuid();
        var figures = Indicators.Compute(Sheets.Quarter, Sheets.Of(
            Need(first, May), Need(joined, August), Need(gone, July), new NeedWithdrawal { Ref = gone, Version = 2 },
            new ThemeStep { Ref = theme, Version = 1, On = May, Needs = [first] },
            new ThemeStep { Ref = theme, Version = 2, On = August, Needs = [first, joined] },
            new ResolutionStep { Ref = resolution, Version = 1, ThemeId = theme, Needs = [first], On = July },
            new MeasureStep { Ref = measure, Version = 1, ResolutionId = resolution, On = July },
            new MeasureStep { Ref = measure, Version = 2, ResolutionId = resolution, Completed = true, On = Later }));

        Assert.Equal(1, figures.Value("NEEDS_REPORTED/*"));
        Assert.Equal(2, figures.Value("NEEDS_ADOPTED/WOHNEN"));
        Assert.Equal(0, figures.Value("NEEDS_SOLVED/*"));
        Assert.Equal(2, figures.Value("AFFECTED_CASES/WOHNEN"));
        // 66 days from 4 May to 9 July, none for the need that joined a decided theme.
        Assert.Equal(33, figures.Value("DAYS_TO_DECISION/MEDIAN"));
    }

    [Fact]
    public void A_withdrawal_without_a_day_does_not_reach_back_before_its_theme_knew_it()
    {
        Guid need = Guid.NewGuid(), theme = Guid.NewGuid();
        ReportFact[] standing = [Need(need, July), new NeedWithdrawal { Ref = need, Version = 2 }, new ThemeStep { Ref = theme, Version = 1, On = August, Needs = [need] }];

        Assert.Equal(1, Indicators.Compute(Sheets.Quarter, Sheets.Of([.. standing, new ThemeStep { Ref = theme, Version = 2, On = Later }])).Value("NEEDS_REPORTED/*"));
        Assert.Equal(0, Indicators.Compute(Sheets.Quarter, Sheets.Of([.. standing, new ThemeStep { Ref = theme, Version = 2, On = LastDay }])).Value("NEEDS_REPORTED/*"));
    }

    [Fact]
    public void Bookings_count_once_with_what_became_of_them()
    {
        Guid served = Guid.NewGuid(), open = Guid.NewGuid(), unserved = Guid.NewGuid(), declined = Guid.NewGuid();
        var figures = Indicators.Compute(Sheets.Quarter, Sheets.Of(
            Booking(served, 2, BookingHistory.Confirmed, July, "ara"), Booking(served, 3, BookingHistory.Completed, null, "ara", 50),
            new BookingStep { Ref = served, Version = 4, Kind = BookingHistory.Settled, On = August, Charges = [new ChargedAmount("kreis", 10.25m), new ChargedAmount("land", 40m), new ChargedAmount("land", 0.5m)] },
            Booking(open, 2, BookingHistory.Confirmed, LastDay, "ara"), Booking(open, 3, BookingHistory.Completed, Later, "ara", 60),
            Booking(unserved, 1, BookingHistory.Unserved, July, "kmr"), Booking(declined, 1, BookingHistory.Declined, July, null)));

        Assert.Equal((1, 1, 1, 1, 4), ((int)figures.Value("BOOKINGS/*/SERVED"), (int)figures.Value("BOOKINGS/ara/OPEN"), (int)figures.Value("BOOKINGS/kmr/UNSERVED"),
            (int)figures.Value("BOOKINGS/UNKNOWN/DECLINED"), (int)figures.Value("BOOKINGS/*/*")));
        Assert.Equal((0.83m, 40.5m, 50.75m), (figures.Value("BOOKING_HOURS/*"), figures.Value("BOOKING_COST/land"), figures.Value("BOOKING_COST/*")));
    }

    [Fact]
    public void Positions_are_counted_by_day_module_and_employer()
    {
        var sheet = Sheets.Of() with
        {
            Staff =
            [
                new StaffLine("MODUL_II", "ki", [new VzaeSpan(2, new(2021, 4, 28), null)], [new VzaeSpan(1, May, null), new VzaeSpan(0.5m, new(2026, 9, 16), null)]),
                new StaffLine("MODUL_II", "stadt", [new VzaeSpan(1, new(2021, 4, 28), new(2026, 9, 1))], []),
            ],
            Quotas = [new QuotaLine("MODUL_II", 1.2m, new(2021, 4, 28), null)],
        };
        var figures = Indicators.Compute(Sheets.Quarter, sheet);

        Assert.Equal((2, 1.5m, 0.5m, 3.25m), (figures.Value("POSITIONS_GRANTED/*"), figures.Value("POSITIONS_FILLED/MODUL_II:ki"),
            figures.Value("POSITIONS_VACANT/MODUL_II:ki"), figures.Value("VZAE_MONTHS/MODUL_II:ki")));
        Assert.Equal([("POSITIONS_ABOVE_QUOTA", 15)], ReportChecks.Of(Sheets.Quarter, sheet, figures).Select(found => (found.Code, found.Count)));
    }

    [Fact]
    public void The_order_of_facts_does_not_matter() => Gen.Shuffle(ManyFacts()).Sample(shuffled =>
        System.Text.Json.JsonSerializer.Serialize(Indicators.Compute(Sheets.Quarter, Sheets.Of(shuffled)))
            == System.Text.Json.JsonSerializer.Serialize(Indicators.Compute(Sheets.Quarter, Sheets.Of(ManyFacts()))), iter: 30);

    private static ReportFact[] ManyFacts() =>
    [
        .. Enumerable.Range(1, 12).SelectMany(index => new ReportFact[]
        {
            Sheets.Case(Id(index), 1, May, May), Sheets.Case(Id(index), 2, July, May, closed: index % 2 == 0), Need(Id(100 + index), July),
            Booking(Id(200 + index), 1, BookingHistory.Confirmed, July, "ara"), Booking(Id(200 + index), 2, BookingHistory.Completed, August, "ara", 45),
        }),
    ];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static NeedReport Need(Guid id, DateOnly on) => new() { Ref = id, Version = 1, Topic = "WOHNEN", Weight = 4, On = on };

    private static BookingStep Booking(Guid id, long version, string kind, DateOnly? on, string? language, int? minutes = null) =>
        new() { Ref = id, Version = version, Kind = kind, On = on, Language = language, Minutes = minutes };
}
