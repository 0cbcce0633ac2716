using CsCheck;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

public sealed class VzaeMonthsTests
{
    private static readonly ReportPeriod Year = new(new(2024, 1, 1), new(2025, 1, 1));
    private static readonly ReportPeriod Quarter = new(new(2026, 7, 1), new(2026, 10, 1));

    [Theory]
    [InlineData("1.00", "2020-01-01", null, "12")]
    [InlineData("0.50", "2020-01-01", null, "6")]
    [InlineData("1.00", "2024-02-01", "2024-03-01", "1")]
    [InlineData("1.00", "2024-02-29", null, "10.03")]
    [InlineData("1.00", "2024-01-16", "2024-02-15", "1")]
    [InlineData("1.00", "2025-01-01", null, "0")]
    public void A_full_position_over_a_whole_month_is_one(string vzae, string from, string? until, string months) => Assert.Equal(
        decimal.Parse(months, System.Globalization.CultureInfo.InvariantCulture),
        VzaeMonths.Of([new VzaeSpan(decimal.Parse(vzae, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until))], Year));

    [Fact]
    public void Half_a_hundredth_goes_up()
    {
        // 0.05 over 3 of 30 days is exactly 0.005.
        Assert.Equal(0.01m, VzaeMonths.Of([new VzaeSpan(0.05m, new(2026, 9, 1), new(2026, 9, 4))], Quarter));
    }

    [Fact]
    public void Cutting_a_span_changes_nothing() => Gen.Select(Gen.Int[1, 400], Gen.Int[0, 91]).Sample((hundredths, cut) =>
    {
        var (vzae, day) = (hundredths / 100m, Quarter.From.AddDays(cut));
        return VzaeMonths.Of([new VzaeSpan(vzae, Quarter.From, null)], Quarter)
            == VzaeMonths.Of([new VzaeSpan(vzae, Quarter.From, day), new VzaeSpan(vzae, day, Quarter.Until)], Quarter);
    });
}
