using System.Diagnostics;
using Kim.Benchmarks.Running;

namespace Kim.Benchmarks.Seed;

/// <summary>
/// Fills cases as a busy Kreis would have after three years: rows in every table that hangs on a case, written by SQL in the form in
/// which the service writes them. The same rows serve Kim and the baseline.
/// </summary>
internal static class CaseSeed
{
    /// <summary>Case managers, whose cases are equally many. The first is the demo account <c>cm</c>.</summary>
    public const int Managers = 100;

    /// <summary>The phase that the list filters by: a tenth of the cases.</summary>
    public const string ListedPhase = "MONITORING";

    public static async Task FillAsync(ServiceDatabase database, int cases)
    {
        Console.WriteLine(Text.Of($"filling {cases} cases"));
        var watch = Stopwatch.StartNew();
        var sql = Resource.Text("cases.sql").Replace(":cases", Text.Of($"{cases}"), StringComparison.Ordinal).Replace(":managers", Text.Of($"{Managers}"), StringComparison.Ordinal);
        await database.ExecuteLongAsync("begin;" + sql + "commit;");
        await database.ExecuteLongAsync("vacuum analyze");
        await database.ExecuteLongAsync("checkpoint");
        await BareRole.GrantAsync(database);
        Console.WriteLine(Text.Of($"  took {watch.Elapsed.TotalSeconds:0} s"));
    }
}
