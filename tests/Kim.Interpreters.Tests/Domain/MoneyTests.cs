using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Tests.Domain;

public sealed class MoneyTests
{
    private static readonly RateTerms Borken = Samples.Borken;

    // Talk, travel minutes, kilometres; half hours of the talk, half hours of the way, total.
    public static TheoryData<int, int, decimal, int, int, decimal> HalfHours() => new()
    {
        { 1, 0, 0m, 1, 0, 7.50m },
        { 30, 0, 0m, 1, 0, 7.50m },
        { 31, 0, 0m, 2, 0, 15.00m },
        { 60, 0, 0m, 2, 0, 15.00m },
        { 61, 0, 0m, 3, 0, 22.50m },
        { 60, 20, 4.9m, 2, 0, 15.00m },
        { 60, 20, 5m, 2, 0, 15.00m },
        { 60, 20, 5.1m, 2, 1, 22.50m },
        { 60, 30, 12m, 2, 1, 22.50m },
        { 60, 31, 12m, 2, 2, 30.00m },
        { 50, 10, 12m, 2, 0, 15.00m },
        { 50, 11, 12m, 2, 1, 22.50m },
        { 60, 0, 12m, 2, 0, 15.00m },
    };

    [Theory]
    [MemberData(nameof(HalfHours))]
    public void Borken_pays_started_half_hours_with_the_way_beyond_five_kilometres(int talk, int travel, decimal km, int talkUnits, int travelUnits, decimal total)
    {
        var lines = Borken.Charge(talk, travel, km);
        Assert.Equal(talkUnits, lines.Single(line => line.Kind == CostKinds.Allowance).Units);
        Assert.Equal(travelUnits, lines.Where(line => line.Kind == CostKinds.Travel).Sum(line => line.Units));
        Assert.Equal(total, lines.Sum(line => line.AmountEur));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(5.1, 1.53)]
    [InlineData(12.5, 3.75)]
    public void Kilometres_are_paid_for_a_way_beyond_the_free_ones(double km, double amount)
    {
        var lines = (Borken with { TravelTimeCounts = false, KmRateEur = 0.30m }).Charge(30, 60, (decimal)km);
        Assert.Equal((decimal)amount, lines.Where(line => line.Kind == CostKinds.Travel).Sum(line => line.AmountEur));
    }

    [Fact]
    public void Lines_are_rounded_half_away_from_zero_before_they_are_summed()
    {
        Assert.Equal(0.13m, new CostLine("TRAVEL", 0.5m, 0.25m).AmountEur);
        Assert.Equal(2.68m, new CostLine("TRAVEL", 1m, 2.675m).AmountEur);
        CostLine[] lines = [new("TRAVEL", 1m, 0.005m), new("TRAVEL", 1m, 0.005m)];
        Assert.Equal(0.02m, lines.Sum(line => line.AmountEur));
    }

    [Fact]
    public void The_minimum_is_paid_for_a_short_talk() =>
        Assert.Equal(15m, (Borken with { MinimumUnits = 2 }).Charge(10, 0, 0).Sum(line => line.AmountEur));

    [Theory]
    [InlineData("2025-12-31", "old")]
    [InlineData("2026-01-01", "new")]
    public void The_rule_in_force_on_the_day_of_the_talk_decides(string day, string key)
    {
        RateRule[] rules =
        [
            Rule("old", new(2021, 1, 1), new(2026, 1, 1)), Rule("new", new(2026, 1, 1), null), Rule("sworn", new(2026, 1, 1), null, level: 5),
        ];
        Assert.Equal(key, RateRule.Choose(rules, 2, "ON_SITE", Day(day))!.Key);
        Assert.Null(RateRule.Choose(rules, 2, "VIDEO", Day(day)));
        Assert.Null(RateRule.Choose(rules, 2, "ON_SITE", new(2020, 12, 31)));
    }

    [Fact]
    public void The_land_bears_the_allowance_and_the_kreis_the_way()
    {
        var split = PotSplit.Charge(Borken.Charge(60, 31, 12), Pots(land: 100, kreis: 100)).Value;
        Assert.Equal([("land", "ALLOWANCE", 15m), ("kreis", "TRAVEL", 15m)], split.Select(line => (line.Pot, line.Kind, line.AmountEur)));
    }

    // Land money left; what the Land bears of four half hours, what is left for the Kreis.
    [Theory]
    [InlineData(30, 30, 0)]
    [InlineData(29.99, 22.50, 7.50)]
    [InlineData(20, 15, 15)]
    [InlineData(7.49, 0, 30)]
    [InlineData(0, 0, 30)]
    public void Land_money_is_used_while_it_lasts_in_whole_half_hours(double landMoney, double land, double kreis)
    {
        var pots = Pots((decimal)landMoney, kreis: 1000, "ALLOWANCE", "TRAVEL");
        var split = PotSplit.Charge(Borken.Charge(120, 0, 0), pots).Value;
        Assert.Equal((decimal)land, split.Where(line => line.Pot == "land").Sum(line => line.AmountEur));
        Assert.Equal((decimal)kreis, split.Where(line => line.Pot == "kreis").Sum(line => line.AmountEur));
        Assert.All(split, line => Assert.Equal(line.AmountEur, line.Units * line.UnitEur));
        Assert.Equal((decimal)kreis, pots.Single(pair => pair.Pot.Key == "kreis").Year.ChargedEur);
    }

    [Fact]
    public void Land_money_never_bears_the_way_even_when_the_kreis_has_nothing()
    {
        var pots = Pots(land: 1000, kreis: 7.49m);
        var refused = PotSplit.Charge(Borken.Charge(60, 30, 12), pots).Error!;
        Assert.Equal((409, "POT_EXHAUSTED"), (refused.Status, refused.Guard));
        Assert.All(pots, pair => Assert.Equal(0, pair.Year.ChargedEur));
    }

    [Fact]
    public void Parts_of_a_line_sum_up_to_the_cent()
    {
        // 10.5 km at 0.333 make 3.4965, rounded 3.50; the second pot bears the rest of the rounded line.
        var pots = Pots(land: 1m, kreis: 100, "TRAVEL");
        pots[0].Pot.Define("Land", "land", ["TRAVEL"], 1, []);
        var split = PotSplit.Charge([new CostLine("TRAVEL", 10.5m, 0.333m)], pots).Value;
        Assert.Equal(2, split.Count);
        Assert.Equal(3.50m, split.Sum(line => line.AmountEur));
    }

    [Theory]
    [InlineData(2018, 20000)]
    [InlineData(2019, 40000)]
    [InlineData(2030, 40000)]
    [InlineData(2017, 0)]
    public void A_pot_has_the_money_of_its_year(int year, int amount)
    {
        var pot = FundingPot.SetUp("kreis").Define("Kreis", "kreis", ["TRAVEL"], 2,
            [new(20000, false, new(2018, 1, 1), new(2019, 1, 1)), new(40000, false, new(2019, 1, 1), null)]);
        Assert.Equal(amount, PotYear.Begin(pot, year).AmountEur);
    }

    [Fact]
    public void A_year_cannot_be_cut_below_what_is_charged()
    {
        var pots = Pots(land: 100, kreis: 100);
        PotSplit.Charge(Borken.Charge(60, 0, 0), pots);
        Assert.False(pots[0].Year.Amend(14.99m));
        Assert.True(pots[0].Year.Amend(15m));
    }

    private static (FundingPot Pot, PotYear Year)[] Pots(decimal land, decimal kreis, params string[] kreisBears)
    {
        var first = FundingPot.SetUp("land").Define("Land", "land", ["ALLOWANCE"], 1, [new(land, true, new(2017, 1, 1), null)]);
        var second = FundingPot.SetUp("kreis")
            .Define("Kreis", "kreis", kreisBears.Length > 0 ? kreisBears : ["TRAVEL"], 2, [new(kreis, false, new(2017, 1, 1), null)]);
        return [(first, PotYear.Begin(first, 2026)), (second, PotYear.Begin(second, 2026))];
    }

    private static RateRule Rule(string key, DateOnly from, DateOnly? until, int level = 2) =>
        RateRule.Begin(key, from).Define(key, until, demo: false, Borken).For([level], ["ON_SITE"]);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
