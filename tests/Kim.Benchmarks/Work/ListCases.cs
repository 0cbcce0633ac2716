using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Seed;

namespace Kim.Benchmarks.Work;

/// <summary>The first 50 cases of a phase of one case manager, newest first.</summary>
internal sealed class ListCases() : CaseWork("list", "list of 50 filtered and sorted", 0.55)
{
    protected override HttpRequestMessage Ours(Visitors visitors) => visitors.List();

    protected override HttpRequestMessage Theirs(Visitors visitors) => Bare(visitors.NextManager());

    protected override async Task<string> SameAsync(BenchProgram kim, BenchProgram bare, Visitors visitors)
    {
        var manager = visitors.NextManager();
        var ours = await SameRows.AskAsync(kim, Target.Get($"/api/v1/cases/cases?limit=50&phase={CaseSeed.ListedPhase}", visitors.TokenOf(manager)));
        var theirs = await SameRows.AskAsync(bare, Bare(manager));
        var items = ours.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();
        var rows = theirs.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();
        // Both ask for one row more than they show, to know whether there is a next page.
        SameRows.Equal("cases in their order", string.Join(' ', items), string.Join(' ', rows.Take(items.Count)));
        return $"both answer the same {items.Count} cases; Kim's answer has {ours.Bytes} bytes, the baseline's {theirs.Bytes}";
    }

    private static HttpRequestMessage Bare(Guid manager) => Target.Get($"/cases?account={manager}&phase={CaseSeed.ListedPhase}", null);
}
