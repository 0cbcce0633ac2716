namespace Kim.Naturalisation.Tests.Engine;

public sealed class FeeTests
{
    [Theory]
    [InlineData("GRANTED", false, 255)]
    [InlineData("GRANTED", true, 51)]
    [InlineData("REFUSED", false, 25)]
    [InlineData("WITHDRAWN", true, 25)]
    public void The_fee_follows_the_rule_of_the_day(string outcome, bool minor, int euro) =>
        Assert.Equal(euro, Fees.Of(Law.Fees, Law.Day("2026-01-01"), outcome, new(minor)).Value.AmountEur);

    [Fact]
    public void A_fee_stays_in_its_range_and_a_reduction_has_a_reason()
    {
        var day = Law.Day("2026-01-01");
        Assert.Equal(255m, Fees.Of(Law.Fees, day, "REFUSED", new(AmountEur: 255)).Value.AmountEur);
        Assert.Equal("fee-too-high", Fees.Of(Law.Fees, day, "REFUSED", new(AmountEur: 255.01m)).Error!.Code);
        Assert.Equal("fee-too-high", Fees.Of(Law.Fees, day, "GRANTED", new(true, 52)).Error!.Code);
        Assert.Equal("fee-reduction-needs-reason", Fees.Of(Law.Fees, day, "GRANTED", new(AmountEur: 100)).Error!.Code);
        Assert.Equal(100.01m, Fees.Of(Law.Fees, day, "GRANTED", new(AmountEur: 100.005m, ReductionReason: "Billigkeit")).Value.AmountEur);
        Assert.Equal("fee-rule-missing", Fees.Of(Law.Fees, Law.Day("2021-08-19"), "GRANTED", new()).Error!.Code);
    }
}
