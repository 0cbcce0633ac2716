namespace Kim.Faults.Tests;

/// <summary>The database is away: the service says so, keeps nothing half, and is back when the database is.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class DatabaseFaultTests(FaultSystem system)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_database_that_crashes_answers_503_meanwhile_and_loses_nothing_acknowledged()
    {
        var down = FaultSuite.Pick(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        await PlayAsync("database crashed", down, system.Postgres.CrashAsync, system.Postgres.StartAsync, limit: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_database_that_hangs_answers_503_in_time_and_leaves_no_pile_up()
    {
        var down = FaultSuite.Pick(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(20));
        await PlayAsync("database frozen", down, () => Signalled(system.Postgres.Freeze), () => Signalled(system.Postgres.Thaw), limit: Limit);
    }

    private static Task<DateTimeOffset> Signalled(Action signal)
    {
        signal();
        return Task.FromResult(TimeProvider.System.GetUtcNow());
    }

    private async Task PlayAsync(string fault, TimeSpan outage, Func<Task> down, Func<Task<DateTimeOffset>> up, TimeSpan limit)
    {
        await system.WholeAsync();
        await using var load = await CommandLoad.StartAsync([system.Running["cases"].Address], perSecond: FaultSuite.Pick(10, 50));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var began = TimeProvider.System.GetUtcNow();
        await down();
        await Task.Delay(outage);
        var accepts = await up();
        var first = await Eventually.GetAsync(() => Task.FromResult(load.Ledger.Successes.FirstOrDefault(success => success.At > accepts)), success => success.At > accepts, what: "a command succeeds");
        await Task.Delay(TimeSpan.FromSeconds(2));
        var ledger = await load.StopAsync();

        await Reckoning.HoldsAsync(system, ledger);
        Assert.NotEmpty(ledger.Setbacks);
        // 409: the server has not let go of the first try yet, so its repetition under the same key is told to come back.
        Assert.All(ledger.Setbacks, setback => Assert.True(setback is { Status: 503 or 409, IsProblem: true, HasRetryAfter: true }, setback.ToString()));
        Assert.Contains(ledger.Setbacks, setback => setback.Status == 503);
        // What a cold service had spent on a request before the fault is not the fault's.
        var slowest = ledger.Setbacks.Max(setback => Math.Min(setback.Seconds, (setback.At - began).TotalSeconds));
        Figures.Write(fault, ("down_s", outage.TotalSeconds), ("commands", ledger.Commands), ("answers_503", ledger.Setbacks.Count),
            ("slowest_503_s", slowest), ("first_success_s", (first.At - accepts).TotalSeconds));
        Assert.InRange(first.At - accepts, TimeSpan.Zero, Machine.Allow(Limit));
        Assert.InRange(TimeSpan.FromSeconds(slowest), TimeSpan.Zero, Machine.Allow(limit));
    }
}
