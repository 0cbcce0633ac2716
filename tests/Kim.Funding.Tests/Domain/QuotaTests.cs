using System.Numerics;
using CsCheck;
using Kim.Funding.Domain;
using static Kim.Funding.Tests.Domain.Samples;

namespace Kim.Funding.Tests.Domain;

/// <summary>S-39 to S-46 and A-3: what is filled against what is granted, exact on every day.</summary>
public sealed class QuotaTests
{
    private static readonly DateOnly Day = new(2021, 10, 1);

    // S-42: outside the KI at most two thirds of the quota of 6; what is filled at the KI does not matter.
    [Theory]
    [InlineData(1.99, 4.01, true)]
    [InlineData(2.00, 4.00, false)]
    [InlineData(1.00, 4.00, false)]
    [InlineData(0.00, 4.00, false)]
    [InlineData(0.00, 4.01, true)]
    [InlineData(6.00, 0.00, false)]
    public void Two_thirds_of_the_quota_may_lie_outside_the_KI(double ki, double outside, bool broken)
    {
        var check = Check(Filled("in", "MODUL_II", (decimal)ki, "ki"), Filled("out", "MODUL_II", (decimal)outside, "stadt"));
        var found = check.Violations(Day).Where(violation => violation.Rule == QuotaRules.OutsideKi).ToList();
        Assert.Equal(broken, found.Count == 1);
        if (broken) Assert.Equal((4.01m, new Fraction(4, 1), Start), (found[0].Vzae, found[0].Limit, found[0].Since));
    }

    [Fact]
    public void From_2022_on_eight_of_twelve_may_lie_outside()
    {
        var check = Check(Filled("out", "MODUL_II", 8m, "stadt"));
        Assert.Contains(check.Violations(Expansion.AddDays(-1)), violation => violation.Rule == QuotaRules.OutsideKi);
        Assert.Empty(check.Violations(Expansion));
        Assert.Single(Check(Filled("out", "MODUL_II", 8.01m, "stadt")).Violations(Expansion));
        Assert.Equal(new Fraction(8, 1), check.Figures(Expansion).Single(module => module.Module.Key == "MODUL_II").LimitOutsideKi);
    }

    [Theory]
    [InlineData("MODUL_I", "ki", 3.50, 3.51)]
    [InlineData("MODUL_II", "ki", 6.00, 6.01)]
    [InlineData("MODUL_III", "ebh", 1.50, 1.51)]
    public void A_module_fills_at_most_its_quota(string module, string employer, double most, double more)
    {
        Assert.Empty(Check(Filled("a", module, (decimal)most, employer)).Violations(Day));
        var found = Assert.Single(Check(Filled("a", module, (decimal)more, employer)).Violations(Day));
        Assert.Equal((QuotaRules.Exceeded, module, (decimal)more), (found.Rule, found.Module, found.Vzae));
    }

    [Theory]
    [InlineData("MODUL_I", "stadt", true)]
    [InlineData("MODUL_I", "ki", false)]
    [InlineData("MODUL_III", "ki", true)]
    [InlineData("MODUL_III", "abh", false)]
    [InlineData("MODUL_III", "ebh", false)]
    [InlineData("MODUL_II", "stadt", false)]
    public void Modul_I_lies_at_the_KI_and_Modul_III_with_ABH_or_EBH(string module, string employer, bool broken) => Assert.Equal(
        broken, Check(Filled("a", module, 1m, employer)).Violations(Day).Any(violation => violation is { Rule: QuotaRules.Employer, Position: "a" }));

    [Fact]
    public void A_vacancy_is_no_breach() => Assert.Empty(
        Check(Held(Position("a", "MODUL_II", 20m, "stadt")), Held(Position("b", "MODUL_I", 1m, "stadt"))).Violations(Day));

    [Fact]
    public void The_assistance_has_no_module_and_does_not_count_in_the_3_5()
    {
        var check = Check(Filled("coord", "MODUL_I", 3.5m, "ki"), Filled("assistenz", null, 0.5m, "ki"));
        Assert.Empty(check.Violations(Day));
        Assert.Equal(3.5m, check.Figures(Day)[0].Filled);
    }

    [Fact]
    public void Without_a_quota_nothing_may_be_filled() => Assert.Equal(
        QuotaRules.Exceeded, Assert.Single(Check(Held(Position("a", "MODUL_I", 1m, "ki", new DateOnly(2020, 1, 1)), (1m, new DateOnly(2021, 1, 1), null)))
            .Violations(new DateOnly(2021, 4, 27))).Rule);

    [Fact]
    public void A_breach_is_dated_from_the_day_on_which_it_began_and_ends_with_its_cause()
    {
        var check = Check(
            Held(Position("a", "MODUL_II", 3m, "stadt"), (3m, new(2021, 5, 1), null)),
            Held(Position("b", "MODUL_II", 2m, "stadt"), (2m, new(2021, 6, 1), new(2021, 7, 1)), (2m, new(2021, 8, 15), new(2021, 9, 1)), (1.5m, new(2021, 9, 1), null)));
        Assert.Empty(check.Violations(new(2021, 5, 31)));
        Assert.Equal(new DateOnly(2021, 6, 1), check.Violations(new(2021, 6, 30)).Single().Since);
        Assert.Empty(check.Violations(new(2021, 7, 1)));
        Assert.Equal(new DateOnly(2021, 8, 15), check.Violations(new(2021, 8, 31)).Single().Since);
        // Another amount, but without a break: the same breach.
        Assert.Equal((new DateOnly(2021, 8, 15), 4.5m), check.Violations(new(2021, 12, 31)).Select(found => (found.Since, found.Vzae)).Single());
        Assert.Empty(check.Violations(Expansion));
    }

    [Fact]
    public void A_position_that_leaves_the_KI_counts_outside_from_that_day_on()
    {
        var position = Position("a", "MODUL_II", 4.5m, "ki");
        Assert.Null(position.Change(Guid.NewGuid(), new AttributeValues("stadt", [], "ki", "beschluss"), new(2021, 9, 1), new Entry(Guid.NewGuid(), DateTimeOffset.UnixEpoch)).Error);
        var check = Check(Held(position, (4.5m, Start, null)));
        Assert.Empty(check.Violations(new(2021, 8, 31)));
        Assert.Equal(new DateOnly(2021, 9, 1), check.Violations(Day).Single().Since);
    }

    [Fact]
    public void The_modules_sum_up_to_eleven_VZAE_in_2021_and_the_Teilhabemanagement_counts_once()
    {
        Assert.Equal(11.0m, Modules.Sum(module => module.QuotaOn(Day)!.Vzae));
        var teilhabe = Filled("teilhabe", null, 1.5m, "caritas");
        Assert.Equal(1.5m, Staffing.Planned([teilhabe, teilhabe], Day));
        Assert.Equal(1.5m, Staffing.Filled([teilhabe, teilhabe], Day));
    }

    // The rule against rational arithmetic on whole numbers, over quotas, shares and amounts that lie close to the limit.
    [Fact]
    public void The_share_rule_equals_rational_arithmetic() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[0, 2000], Gen.Int[-3, 3]).Sample((numerator, denominator, quota, off) =>
    {
        var share = new Fraction(numerator, denominator);
        var limit = (long)quota * numerator / denominator;
        var amount = Math.Max(0, limit + off);
        var expected = new BigInteger(amount) * denominator > new BigInteger(quota) * numerator;
        Assert.Equal(expected, share.IsExceededBy(amount / 100m, quota / 100m));
        var exact = share.Of(quota / 100m);
        Assert.Equal(new BigInteger(exact.Numerator) * denominator * 100, new BigInteger(quota) * numerator * exact.Denominator);
    });

    [Fact]
    public void Since_is_the_first_day_without_a_break_whatever_the_history() => Gen.Select(
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 60], Gen.Int[1, 400]).Array[1, 5], Gen.Int[0, 250]).Sample((rows, at) =>
    {
        var check = Check([.. rows.Select((row, index) => Held(
            Position($"p{index}", "MODUL_II", 5m, "stadt"), (row.Item3 / 100m, Start.AddDays(row.Item1), Start.AddDays(row.Item1 + row.Item2))))]);
        bool Broken(int day) => check.Violations(Start.AddDays(day)).Any(found => found.Rule == QuotaRules.OutsideKi);
        var found = check.Violations(Start.AddDays(at)).SingleOrDefault(violation => violation.Rule == QuotaRules.OutsideKi);
        if (found is null) return;
        var since = at;
        while (since > 0 && Broken(since - 1)) since--;
        Assert.Equal(Start.AddDays(since), found.Since);
    }, iter: 200);
}
