using CsCheck;
using Kim.Funding.Domain.Reports;
using Kim.Funding.Features.Reports;

namespace Kim.Funding.Tests.Reports;

/// <summary>The small-cell rule over whole reports, checked by a reader who adds and subtracts everything that was ever published.</summary>
public sealed class ProtectionTests
{
    private static readonly ReportPeriod Year = new(new(2025, 1, 1), new(2026, 1, 1));
    private static readonly Gen<CaseStep> Case = Gen.Select(Gen.Int[0, 364], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 3]).Select((day, age, sex, topic) =>
        Sheets.Opened(Year.From.AddDays(day), new ReportCodes([], [], [], []).AgeBands[age], new[] { "FEMALE", "MALE", "UNKNOWN" }[sex], new[] { "WOHNEN", "ARBEIT", "SPRACHE", "FAMILIE" }[topic]));

    private static readonly Gen<BookingStep> Booking = Gen.Select(Gen.Int[0, 364], Gen.Int[0, 3], Gen.Int[0, 2]).Select((day, language, kind) => new BookingStep
    {
        Ref = Guid.NewGuid(), Version = 1, On = Year.From.AddDays(day), Language = new[] { "ara", "kmr", "ukr", "tir" }[language],
        Kind = new[] { BookingHistory.Completed, BookingHistory.Unserved, BookingHistory.Declined }[kind], Minutes = 30 + day,
    });

    [Fact]
    public void No_hidden_small_figure_of_one_report_can_be_computed() => Gen.Select(Case.Array[0, 40], Booking.Array[0, 30]).Sample((cases, bookings) =>
    {
        var figures = Indicators.Compute(Year, Sheets.Of([.. cases, .. bookings]));
        var hidden = ReportProtection.Hide(Year, figures, []);
        return Small(figures).All(hidden.Contains) && !Reader.Finds([("", figures, hidden)], Small(figures).Select(key => (key, "", "")));
    }, iter: 40);

    [Fact]
    public void A_year_beside_its_quarters_tells_no_small_difference() => Gen.Select(Case.Array[10, 60], Booking.Array[10, 40]).Sample((cases, bookings) =>
    {
        ReportPeriod[] periods = [new(new(2025, 1, 1), new(2025, 4, 1)), new(new(2025, 4, 1), new(2025, 7, 1)), Year, new(new(2025, 7, 1), new(2025, 10, 1)), new(new(2025, 10, 1), new(2026, 1, 1))];
        var released = Release(periods, Sheets.Of([.. cases, .. bookings]));
        var year = released[2];
        return released.Where(report => report != year).All(quarter => !Reader.Finds(
            [.. released.Select(report => (report.ReportId.ToString(), report.Figures, report.Hidden))],
            year.Figures.Figures.Where(figure => IsSmall(figure.Value - Of(quarter, figure.Key)) && figure is { IsCount: true, IsPublished: true })
                .Select(figure => (figure.Key, year.ReportId.ToString(), quarter.ReportId.ToString()))));
    }, iter: 12);

    [Fact]
    public void What_the_quarters_hide_is_not_the_rest_of_the_year() => Booking.Array[20, 80].Sample(bookings =>
    {
        ReportPeriod[] periods = [new(new(2025, 1, 1), new(2025, 4, 1)), Year, new(new(2025, 4, 1), new(2025, 7, 1)), new(new(2025, 7, 1), new(2025, 10, 1)), new(new(2025, 10, 1), new(2026, 1, 1))];
        var released = Release(periods, Sheets.Of(bookings));
        // Languages that a quarter does not list are zero there.
        var keys = released[1].Figures.Figures.Where(figure => figure.IsAdditive && figure.IsCount).Select(figure => figure.Key);
        var adds = keys.Select(key => released.Where(report => report.Figures.Figures.Any(figure => figure.Key == key))
            .Select(report => (report.ReportId.ToString(), key, report == released[1] ? -1 : 1)).ToList()).ToList();
        return released.All(report => Small(report.Figures).All(report.Hidden.Contains)) && !Reader.Finds(
            [.. released.Select(report => (report.ReportId.ToString(), report.Figures, report.Hidden))],
            released.SelectMany(report => Small(report.Figures).Where(key => report.Figures.Figures.Single(figure => figure.Key == key).IsCount).Select(key => (key, report.ReportId.ToString(), ""))),
            adds);
    }, iter: 8);

    [Fact]
    public void A_correction_tells_no_small_change() => Gen.Select(Case.Array[10, 50], Case.Array[1, 6]).Sample((cases, late) =>
    {
        var first = Indicators.Compute(Year, Sheets.Of(cases));
        var second = Indicators.Compute(Year, Sheets.Of([.. cases, .. late]));
        var id = Guid.NewGuid();
        var before = ReportProtection.Hide(Year, first, []);
        var after = ReportProtection.Hide(Year, second, [new EarlierReport(id, 1, Year, first, before, true)]);
        var changed = second.Figures.Where(figure => figure is { IsCount: true, IsPublished: true } && IsSmall(figure.Value - first.Value(figure.Key)));
        return changed.All(figure => after.Contains(figure.Key) || before.Contains(figure.Key))
            && !Reader.Finds([("1", first, before), ("2", second, after)], changed.Select(figure => (figure.Key, "2", "1")));
    }, iter: 25);

    [Fact]
    public void Without_change_a_correction_hides_nothing_more() => Case.Array[0, 60].Sample(cases =>
    {
        var figures = Indicators.Compute(Year, Sheets.Of(cases));
        var hidden = ReportProtection.Hide(Year, figures, []);
        return ReportProtection.Hide(Year, figures, [new EarlierReport(Guid.NewGuid(), 1, Year, figures, hidden, true)]).SequenceEqual(hidden);
    }, iter: 25);

    [Fact]
    public void Zeros_and_large_figures_are_told_and_positions_always()
    {
        var figures = Indicators.Compute(Year, Sheets.Of(Enumerable.Range(0, 20).Select(_ => Sheets.Opened(new(2025, 3, 3), topics: "WOHNEN"))) with
        {
            Staff = [new StaffLine("MODUL_I", "ki", [new VzaeSpan(3.5m, Year.From, null)], [new VzaeSpan(1, Year.From, null)])],
        });
        Assert.Empty(ReportProtection.Hide(Year, figures, []));
    }

    [Fact]
    public void One_case_shows_nothing_but_zeros()
    {
        var figures = Indicators.Compute(Year, Sheets.Of(Sheets.Opened(new(2025, 3, 3), topics: "WOHNEN")));
        var hidden = ReportProtection.Hide(Year, figures, []);
        Assert.All(figures.Figures.Where(figure => figure is { IsPublished: true, Contributors: not null }), figure =>
            Assert.True(hidden.Contains(figure.Key) || figure.Value == 0, figure.Key));
        Assert.Contains("HOUSEHOLD_PERSONS/ALL", hidden);
    }

    private static List<EarlierReport> Release(IEnumerable<ReportPeriod> periods, FactSheet sheet)
    {
        var released = new List<EarlierReport>();
        foreach (var period in periods)
        {
            var figures = Indicators.Compute(period, sheet);
            released.Add(new EarlierReport(Guid.NewGuid(), 1, period, figures, ReportProtection.Hide(period, figures, released), true));
        }

        return released;
    }

    private static decimal Of(EarlierReport report, string key) => report.Figures.Figures.FirstOrDefault(figure => figure.Key == key)?.Value ?? 0;

    private static bool IsSmall(decimal difference) => Math.Abs(difference) is > 0 and < 5;

    private static IEnumerable<string> Small(FigureSet figures) =>
        figures.Figures.Where(figure => figure is { IsPublished: true, Contributors: > 0 and < 5 }).Select(figure => figure.Key);
}
