using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;

namespace Kim.Benchmarks.Work;

/// <summary>An operation of cases against the bare program with the same statements on the same database.</summary>
/// <param name="row">Short name.</param>
/// <param name="work">What is done.</param>
/// <param name="wanted">The least share of the bare program's speed.</param>
internal abstract class CaseWork(string row, string work, double wanted) : IWork
{
    public string Row => row;

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        var database = await system.DatabaseAsync("cases");
        var visitors = await Visitors.OfAsync(database, system.Issuer);
        visitors.Renew();
        await using var cases = await system.Start("cases").ReadyAsync();
        await using var bare = await system.StartBare("api", database).ReadyAsync();
        using var sides = new SideBySide(Target.At(cases.Address, () => Ours(visitors)), [cases.Id], Target.At(bare.Address, () => Theirs(visitors)), [bare.Id]);
        var first = await SideBySide.FirstAsync(sides.Kim, sides.Baseline);
        var same = await SameAsync(cases, bare, visitors);
        var rounds = await sides.CompareAsync(system.Settings, visitors.Renew, () => Settling.DoneAsync(database));
        return Outcome.AtLeast(row, work, rounds, wanted, "requests/s", await sides.AtPeakAsync(system.Settings, visitors.Renew), first, same);
    }

    /// <summary>The next request to Kim.</summary>
    protected abstract HttpRequestMessage Ours(Visitors visitors);

    /// <summary>The next request to the bare program.</summary>
    protected abstract HttpRequestMessage Theirs(Visitors visitors);

    /// <summary>Makes sure that both answer the same question with the same rows.</summary>
    /// <returns>What was compared, as a remark.</returns>
    protected abstract Task<string> SameAsync(BenchProgram kim, BenchProgram bare, Visitors visitors);
}
