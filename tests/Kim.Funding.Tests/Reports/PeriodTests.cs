using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

public sealed class PeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-10-01", "2026-11-01")]
    [InlineData("2026-07-01", "2026-10-01")]
    [InlineData("2025-01-01", "2026-01-01")]
    public void Months_quarters_and_years_that_ended_are_periods(string from, string until) =>
        Assert.Null(ReportPeriod.Create(DateOnly.Parse(from), DateOnly.Parse(until), Today).Error);

    [Theory]
    [InlineData("2026-07-02", "2026-10-01")]
    [InlineData("2026-08-01", "2026-11-01")]
    [InlineData("2026-07-01", "2026-09-01")]
    [InlineData("2026-10-01", "2026-07-01")]
    [InlineData("2025-07-01", "2026-07-01")]
    public void Other_bounds_are_refused(string from, string until) =>
        Assert.Equal(("period-invalid", 400), ReportPeriod.Create(DateOnly.Parse(from), DateOnly.Parse(until), Today).Error is { } error ? (error.Code, error.Status) : default);

    [Fact]
    public void A_period_must_have_ended_and_ends_with_its_last_day()
    {
        var error = ReportPeriod.Create(new(2026, 11, 1), new(2026, 12, 1), new(2026, 11, 30)).Error!;
        Assert.Equal(("PERIOD_ENDED", 409), (error.Guard, error.Status));
        Assert.Null(ReportPeriod.Create(new(2026, 11, 1), new(2026, 12, 1), new(2026, 12, 1)).Error);
    }
}
