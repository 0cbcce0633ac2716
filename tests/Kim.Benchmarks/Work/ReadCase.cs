using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;

namespace Kim.Benchmarks.Work;

/// <summary>A case by its id, whole: with plan, consents, residence and what hangs on it.</summary>
internal sealed class ReadCase() : CaseWork("read", "read a case by id", 0.4)
{
    // Members of Kim's answer that are rows of the baseline's, name by name.
    private static readonly (string Kim, string Bare)[] Lists =
    [
        ("consents", "consents"), ("assessment", "ratings"), ("needs", "needs"), ("goals", "goals"), ("residencePeriods", "residencePeriods"), ("nationalities", "nationalities"),
        ("interpreterRequests", "interpreterRequests"), ("structuralNeeds", "structuralNeeds"), ("naturalisationReferrals", "referrals"), ("phaseChanges", "phaseChanges"),
    ];

    protected override HttpRequestMessage Ours(Visitors visitors) => visitors.Read();

    protected override HttpRequestMessage Theirs(Visitors visitors)
    {
        var (id, manager) = visitors.NextCase();
        return Bare(id, manager);
    }

    protected override async Task<string> SameAsync(BenchProgram kim, BenchProgram bare, Visitors visitors)
    {
        var (ours, theirs) = (0, 0);
        for (var times = 0; times < 20; times++)
        {
            var (id, manager) = visitors.NextCase();
            var answer = await SameRows.AskAsync(kim, Target.Get($"/api/v1/cases/cases/{id}", visitors.TokenOf(manager)));
            var rows = await SameRows.AskAsync(bare, Bare(id, manager));
            SameRows.Equal("number", answer.Json.GetProperty("number").GetString(), rows.Json.GetProperty("case")[0].GetProperty("number").GetString());
            foreach (var (list, name) in Lists) SameRows.Equal(list, answer.Json.GetProperty(list).GetArrayLength(), rows.Json.GetProperty(name).GetArrayLength());
            (ours, theirs) = (ours + answer.Bytes, theirs + rows.Bytes);
        }

        return $"both answer the same rows; Kim's answer has {ours / 20} bytes, the baseline's {theirs / 20}";
    }

    private static HttpRequestMessage Bare(Guid id, Guid manager) => Target.Get($"/cases/{id}?account={manager}", null);
}
