using Kim.Funding.Domain;
using static Kim.Funding.Tests.Domain.Samples;

namespace Kim.Funding.Tests.Domain;

/// <summary>S-08 to S-14, A-2, domain.md 2.3 and 2.5: periods as they were known, eligibility, balance, shortfall.</summary>
public sealed class MoneyTests
{
    private static readonly Entry By = new(Guid.NewGuid(), DateTimeOffset.UnixEpoch);

    private static readonly CostType Salary = CostType.Of("ENTGELT")
        .Define("", CostCategories.Personalkosten, false, [new EligibilityRule(null, true, new(2019, 1, 1), null, null, Provenance.Office)]);

    private static readonly CostType Pension = CostType.Of("PENSIONSRUECKSTELLUNG").Define("", CostCategories.Personalkosten, true,
    [
        new EligibilityRule(null, true, new(2019, 1, 1), null, null, Provenance.Office),
        new EligibilityRule("integrationspauschale", false, new(2019, 1, 1), null, 3, Provenance.Office),
    ]);

    // The three versions of domain.md 2.5; the bounds are exclusive.
    private static Grant Integrationspauschale()
    {
        var grant = Grant.Record(Guid.NewGuid(), new GrantFacts
        {
            Title = "", Programme = "integrationspauschale", Funder = "land", Instrument = Instruments.Zuweisung, Kind = GrantKinds.Integrationspauschale,
            AwardFrom = new(2019, 1, 1), Instalments = [new(2019, 100m), new(2020, 200m)],
        }, By);
        grant.Extend(new UsePeriod(0, new(2019, 1, 1), new(2022, 12, 1), new(2023, 3, 31), new(2021, 11, 1), null, Provenance.Office));
        grant.Extend(new UsePeriod(0, new(2019, 1, 1), new(2020, 12, 1), null, new(2019, 10, 1), null, Provenance.Office));
        grant.Extend(new UsePeriod(0, new(2019, 1, 1), new(2021, 12, 1), new(2022, 3, 31), new(2020, 4, 14), null, Provenance.Office));
        return grant;
    }

    [Theory]
    [InlineData("2019-09-30", null)]
    [InlineData("2019-10-01", "2020-12-01")]
    [InlineData("2020-04-13", "2020-12-01")]
    [InlineData("2020-04-14", "2021-12-01")]
    [InlineData("2021-10-31", "2021-12-01")]
    [InlineData("2021-11-01", "2022-12-01")]
    [InlineData("2026-11-22", "2022-12-01")]
    public void A_2_the_period_is_the_one_that_was_known_on_the_day(string day, string? until) =>
        Assert.Equal(until is null ? null : DateOnly.Parse(until, null), Integrationspauschale().PeriodKnownOn(DateOnly.Parse(day, null))?.Until);

    [Theory]
    [InlineData("2020-11-30", "2020-03-01", true, null)]
    [InlineData("2020-12-01", "2020-03-01", false, OwnShareReasons.OutsidePeriod)]
    [InlineData("2021-11-30", "2020-04-14", true, null)]
    [InlineData("2021-12-01", "2021-10-31", false, OwnShareReasons.OutsidePeriod)]
    [InlineData("2021-12-01", "2021-11-01", true, null)]
    [InlineData("2022-11-30", "2022-11-30", true, null)]
    [InlineData("2022-12-01", "2022-12-01", false, OwnShareReasons.OutsidePeriod)]
    [InlineData("2019-01-01", "2019-10-01", true, null)]
    [InlineData("2019-06-01", "2019-06-01", false, OwnShareReasons.PeriodUnknown)]
    public void S_13_S_14_a_booking_is_judged_by_the_period_known_on_its_day(string spent, string booked, bool eligible, string? reason)
    {
        var found = Eligibility.Of(Facts(spent, booked), Salary, Integrationspauschale());
        Assert.Equal((eligible, reason), (found.Eligible, found.Reasons.SingleOrDefault()));
    }

    [Fact]
    public void S_12_a_Pensionsrueckstellung_is_not_borne_by_the_Integrationspauschale()
    {
        Assert.Equal([OwnShareReasons.TypeNotEligible], Eligibility.Of(Facts("2020-05-01", "2020-05-01"), Pension, Integrationspauschale()).Reasons);
        Assert.Equal([OwnShareReasons.OutsidePeriod, OwnShareReasons.TypeNotEligible], Eligibility.Of(Facts("2023-05-01", "2023-05-01"), Pension, Integrationspauschale()).Reasons);
        Assert.True(Pension.EligibleFor("kim", new(2020, 5, 1)));
        Assert.False(Pension.EligibleFor("integrationspauschale", new(2020, 5, 1)));
        Assert.False(Salary.EligibleFor("kim", new(2018, 12, 31)));
        // The day before the period: no rule on the type is in force either.
        Assert.Equal([OwnShareReasons.OutsidePeriod, OwnShareReasons.TypeNotEligible], Eligibility.Of(Facts("2018-12-31", "2019-10-01"), Salary, Integrationspauschale()).Reasons);
        Assert.Equal([OwnShareReasons.NoGrant], Eligibility.Of(Facts("2020-05-01", "2020-05-01"), Salary, null).Reasons);
    }

    [Fact]
    public void S_08_the_balance_of_a_year()
    {
        var year = new Balance(2021, GrantsEur: 400m, IntegrationspauschaleEur: 50m, CostEur: 390m, PensionProvisionsEur: 30m);
        Assert.Equal((10m, 1.25m, 0m, false), (year.NetBalanceEur, year.RefinancingRatio, year.OwnShareEur, year.OwnShareRemains));
        var short_ = year with { GrantsEur = 300m };
        Assert.Equal((-90m, 0.9722m, 40m, true), (short_.NetBalanceEur, short_.RefinancingRatio, short_.OwnShareEur, short_.OwnShareRemains));
        Assert.Null((year with { CostEur = 30m }).RefinancingRatio);
        Assert.Null(new Balance(2020, 1m, 0m, 0m, 0m).RefinancingRatio);
    }

    [Theory]
    [InlineData(1, 3, 0.3333)]
    [InlineData(2, 3, 0.6667)]
    [InlineData(1, 20000, 0.0001)]
    [InlineData(0.99, 20000, 0)]
    [InlineData(-1, 20000, -0.0001)]
    public void A_ratio_has_four_digits_half_away_from_zero(double part, double whole, double ratio) => Assert.Equal((decimal)ratio, Money.Ratio((decimal)part, (decimal)whole));

    [Theory]
    [InlineData(0.005, 0.01)]
    [InlineData(-0.005, -0.01)]
    [InlineData(2.675, 2.68)]
    [InlineData(2.674999, 2.67)]
    public void Money_rounds_half_away_from_zero(double amount, double rounded) => Assert.Equal((decimal)rounded, Money.Round((decimal)amount));

    // domain.md 2.3: gross − lump sum × months/12 × VZÄ, the year cut by a rule that is data.
    [Theory]
    [InlineData(ProRatingRule.WholeMonths, 5, 23750.00)]
    [InlineData(ProRatingRule.StartedMonths, 6, 28500.00)]
    [InlineData(ProRatingRule.Daily, 5.5333, 26283.33)]
    public void The_shortfall_counts_months_by_the_rule(string rule, double months, double lumpSum)
    {
        // Filled from 15 January (17 of 31 days) until 30 June: whole months are February to June.
        var staffed = Held(Position("cm", "MODUL_II", 1m, "ki"), (1m, new(2025, 1, 16), new(2025, 7, 1)));
        var found = Shortfall.Of(staffed, 2025, 60000m, [LumpSum.Of("2023").Define(LumpSum.PerPosition, ["MODUL_II"], 57000m, Provenance.Office).Hold(new(2023, 1, 1), null)],
            [ProRatingRule.Begin(new(2021, 1, 1)).Define(rule, null, Provenance.Office)]);
        if (rule == ProRatingRule.Daily)
        {
            // 16 of 31 days of January and five whole months.
            Assert.Equal(Math.Round(5m + 16m / 31m, 4, MidpointRounding.AwayFromZero), found.VzaeMonths);
            Assert.Equal(Money.Round((5m + 16m / 31m) * 57000m / 12m), found.LumpSumEur);
            return;
        }

        Assert.Equal(((decimal)months, (decimal)lumpSum, 60000m - (decimal)lumpSum), (found.VzaeMonths, found.LumpSumEur, found.UncoveredEur));
    }

    [Fact]
    public void The_lump_sum_is_the_one_of_the_month_and_half_a_position_gets_half()
    {
        LumpSum[] sums =
        [
            LumpSum.Of("2022").Define(LumpSum.PerPosition, ["MODUL_II"], 55000m, Provenance.Office).Hold(new(2022, 1, 1), new(2022, 7, 1)),
            LumpSum.Of("2023").Define(LumpSum.PerPosition, ["MODUL_II"], 57000m, Provenance.Office).Hold(new(2022, 7, 1), null),
        ];
        var found = Shortfall.Of(Held(Position("cm", "MODUL_II", 0.5m, "ki"), (0.5m, Start, null)), 2022, 0m, sums, []);
        Assert.Equal((6m, 28000m), (found.VzaeMonths, found.LumpSumEur));
        Assert.Equal(0m, Shortfall.Of(Held(Position("x", null, 1m, "ki"), (1m, Start, null)), 2022, 0m, sums, []).LumpSumEur);
    }

    [Fact]
    public void A_reversal_takes_back_the_same_and_once()
    {
        var facts = Facts("2020-05-01", "2020-05-01");
        var cost = Cost.Book(Guid.NewGuid(), facts, Salary, Eligibility.Of(facts, Salary, Integrationspauschale()), By);
        var reversal = cost.Reverse(Guid.NewGuid(), new(2020, 6, 1), By)!;
        Assert.Equal((0m, cost.SpentOn, cost.Id, reversal.Id), (cost.AmountEur + reversal.AmountEur, reversal.SpentOn, reversal.Reverses, cost.ReversedBy));
        Assert.Null(cost.Reverse(Guid.NewGuid(), new(2020, 6, 2), By));
        Assert.Null(reversal.Reverse(Guid.NewGuid(), new(2020, 6, 2), By));
    }

    [Fact]
    public void A_1_a_corrected_decision_keeps_what_it_said()
    {
        var decision = Decision.Enter(Guid.NewGuid(), "kreistag", "KREISTAG", null);
        Assert.True(decision.Write(new("KIM", new(2021, 9, 9), null, null), By, ["S-47"]));
        Assert.True(decision.Write(new("KIM", new(2020, 9, 9), null, null), new Entry(By.By, By.At, "A-1"), ["A-1"]));
        Assert.False(decision.Write(new("KIM", new(2020, 9, 9), null, null), By, []));
        Assert.Equal([new(2021, 9, 9), new DateOnly(2020, 9, 9)], decision.Versions.Select(version => version.Facts.DecidedOn));
        Assert.Equal(new DateOnly(2020, 9, 9), decision.DecidedOn);
    }

    private static CostFacts Facts(string spent, string booked) => new()
    {
        Voucher = "B-1", Line = 1, Type = "X", AmountEur = 100m, SpentOn = DateOnly.Parse(spent, null), BookedOn = DateOnly.Parse(booked, null),
    };
}
