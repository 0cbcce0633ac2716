using Kim.Cases.Domain;
using Kim.Cases.Reference;

namespace Kim.Cases.Tests.Domain;

public sealed class RetentionTests
{
    private static readonly DateOnly Closed = new(2026, 3, 9);

    [Theory]
    [InlineData(true, false, "2026-11-27", "CM_FILE", "2030-01-01")]
    [InlineData(true, false, "2029-12-31", "CM_FILE", "2030-01-01")]
    [InlineData(true, false, "2030-01-01", null, null)]
    [InlineData(true, true, "2026-11-27", "CONSENT_PROOF", "2033-01-01")]
    [InlineData(false, true, "2026-11-27", "CONSENT_PROOF", "2029-03-09")]
    [InlineData(false, false, "2026-11-27", null, null)]
    public void The_duty_that_ends_last_keeps_the_record(bool managed, bool disclosed, string day, string? code, string? until)
    {
        var duty = Retention.LastOf(Closed, managed, disclosed, RetentionRules.All, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(code, duty?.Code);
        Assert.Equal(until, duty?.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_rule_holds_for_the_cases_that_were_closed_in_its_time()
    {
        RetentionRule[] rules =
        [
            new(Retention.CaseFile, 3, new(2000, 1, 1), new(2026, 1, 1), "alt", "old"),
            new(Retention.CaseFile, 10, new(2026, 1, 1), null, "neu", "new"),
        ];
        Assert.Equal(new DateOnly(2037, 1, 1), Retention.LastOf(Closed, true, false, rules, Closed)!.Until);
        Assert.Equal(new DateOnly(2029, 1, 1), Retention.LastOf(new(2025, 12, 31), true, false, rules, Closed)!.Until);
    }
}
