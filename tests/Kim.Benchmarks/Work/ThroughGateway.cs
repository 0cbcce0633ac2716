using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;

namespace Kim.Benchmarks.Work;

/// <summary>The read by id through the gateway against the same service asked directly. Limits per caller stand, too high to be met.</summary>
internal sealed class ThroughGateway : IWork
{
    private const string NoLimit = "1000000";

    public string Row => "gateway";

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        var database = await system.DatabaseAsync("cases");
        var visitors = await Visitors.OfAsync(database, system.Issuer);
        visitors.Renew();
        await using var cases = await system.Start("cases").ReadyAsync();
        await using var gateway = await system.Start("gateway", new Dictionary<string, string>
        {
            ["services__cases__http__0"] = cases.Address.AbsoluteUri,
            ["Gateway__Limits__AddressPerSecond"] = NoLimit, ["Gateway__Limits__AddressBurst"] = NoLimit,
            ["Gateway__Limits__CallerPerSecond"] = NoLimit, ["Gateway__Limits__CallerBurst"] = NoLimit,
        }).ReadyAsync();
        using var sides = new SideBySide(
            Target.At(gateway.Address, visitors.Read), [gateway.Id, cases.Id], Target.At(cases.Address, visitors.Read), [cases.Id]);
        var first = await BenchProgram.FirstAsync(sides.Kim);
        var rounds = await sides.CompareAsync(system.Settings, visitors.Renew, () => Settling.DoneAsync(database));
        return Outcome.AtLeast(Row, "through the gateway", rounds, 0.75, "requests/s",
            await sides.AtPeakAsync(system.Settings, visitors.Renew), Text.Of($"first request after the start: {first:0} ms"));
    }
}
