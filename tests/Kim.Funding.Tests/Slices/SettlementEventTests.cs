using Kim.Contracts.Interpreters;

namespace Kim.Funding.Tests.Slices;

/// <summary>Settlements arrive in any order and any number of times and end alike.</summary>
public sealed class SettlementEventTests(FundingHost host) : IClassFixture<FundingHost>
{
    private static AssignmentSettled Settled(Guid booking, long version, DateOnly on, params (string Pot, string Kind, decimal Eur)[] charges) => new()
    {
        BookingRef = booking, Version = version, Minutes = 90, RateRule = "borken", RateRuleValidFrom = new(2020, 1, 1), SettledOn = on,
        Charges = [.. charges.Select(charge => new PotCharge { Pot = charge.Pot, Kind = charge.Kind, AmountEur = charge.Eur })],
    };

    public static TheoryData<string, int> EveryOrder() => new()
    {
        { "1,2", 2001 }, { "2,1", 2002 }, { "1,1,1", 2003 }, { "2,2,1,1,2", 2004 }, { "1,2,1,2", 2005 },
    };

    [Theory]
    [MemberData(nameof(EveryOrder))]
    public async Task The_highest_version_counts_once(string order, int year)
    {
        var (booking, day) = (Guid.NewGuid(), new DateOnly(year, 6, 1));
        var first = Settled(booking, 5, day, ("land-ehrenamt", "ALLOWANCE", 22.50m), ("kreis-pool", "TRAVEL", 5.40m));
        var second = Settled(booking, 6, day, ("kreis-pool", "TRAVEL", 7.20m));
        foreach (var step in order.Split(',')) await DeliverAsync(step == "1" ? first : second);
        var newest = order.Contains('2', StringComparison.Ordinal);
        Assert.Equal(newest ? 6L : 5L, await host.Database.ScalarAsync<long>("select version from settlements where booking_ref = $1", booking));
        var found = (await host.GetAsync($"/settlements?year={year}"))["items"]!.AsArray().Single()!;
        Assert.Equal(newest ? 7.20m : 27.90m, found["totalEur"]!.GetValue<decimal>());
        Assert.Equal(newest ? 1 : 2, found["lines"]!.AsArray().Count);
        Assert.Equal(newest ? 7.20m : 5.40m, await SpentAsync("kreis-pool", year));
    }

    [Fact]
    public async Task The_same_message_three_times_has_one_effect()
    {
        var (message, booking) = (Guid.CreateVersion7(), Guid.NewGuid());
        var settled = Settled(booking, 1, new(2006, 1, 1), ("kreis-pool", "TRAVEL", 1m));
        for (var time = 0; time < 3; time++) await host.PublishAsync(settled, message);
        await DeliverAsync(Settled(Guid.NewGuid(), 1, new(2006, 1, 2), ("kreis-pool", "TRAVEL", 2m)));
        await host.EventuallyAsync(async () => await SpentAsync("kreis-pool", 2006) == 3m, what: "both settlements");
    }

    [Fact]
    public async Task Versions_at_the_same_moment_end_with_the_highest()
    {
        var booking = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => host.PublishAsync(Settled(booking, version, new(2007, 1, 1), ("kreis-pool", "TRAVEL", version)))));
        await host.EventuallyAsync(async () => await SpentAsync("kreis-pool", 2007) == 8m, what: "the highest version");
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from settlement_lines where booking_ref = $1", booking));
    }

    [Fact]
    public async Task A_line_that_its_pot_may_not_bear_is_flagged()
    {
        await DeliverAsync(Settled(Guid.NewGuid(), 1, new(2025, 3, 1), ("land-ehrenamt", "ALLOWANCE", 22.50m), ("kreis-pool", "TRAVEL", 5.40m)));
        await DeliverAsync(Settled(Guid.NewGuid(), 1, new(2025, 3, 2), ("land-ehrenamt", "TRAVEL", 9.99m), ("nirgends", "ALLOWANCE", 1m)));
        await DeliverAsync(Settled(Guid.NewGuid(), 1, new(2010, 3, 2), ("kreis-pool", "TRAVEL", 4m)));

        var flagged = (await host.GetAsync("/settlements?year=2025&flagged=true"))["items"]!.AsArray().Single()!;
        Assert.Equal(["KIND_NOT_BORNE", "POT_UNKNOWN"], flagged["lines"]!.AsArray().Select(line => line!["flag"]!.GetValue<string>()));
        var pots = (await host.GetAsync("/pots?year=2025"))["items"]!.AsArray();
        var land = pots.Single(pot => pot!["key"]!.GetValue<string>() == "land-ehrenamt")!;
        Assert.Equal((50000m, 32.49m, 49967.51m, 9.99m),
            (land["budgetEur"]!.GetValue<decimal>(), land["spentEur"]!.GetValue<decimal>(), land["remainingEur"]!.GetValue<decimal>(), land["flaggedEur"]!.GetValue<decimal>()));
        Assert.Contains(pots, pot => pot!["key"]!.GetValue<string>() == "nirgends" && pot["budgetEur"]!.GetValue<decimal>() == 0m);
        var early = (await host.GetAsync("/pots?year=2010"))["items"]!.AsArray().Single(pot => pot!["key"]!.GetValue<string>() == "kreis-pool")!;
        Assert.Equal(["POT_WITHOUT_MONEY", "POT_OVERDRAWN"], early["flags"]!.AsArray().Select(flag => flag!["code"]!.GetValue<string>()));
    }

    private async Task<decimal> SpentAsync(string pot, int year) =>
        (await host.GetAsync($"/pots?year={year}"))["items"]!.AsArray().Single(found => found!["key"]!.GetValue<string>() == pot)!["spentEur"]!.GetValue<decimal>();

    /// <summary>Publishes and waits until the service has dealt with it, so that the order of deliveries is the test's.</summary>
    private async Task DeliverAsync(AssignmentSettled message)
    {
        var id = Guid.CreateVersion7();
        await host.PublishAsync(message, id);
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", id) == 1, what: "the inbox");
    }
}
