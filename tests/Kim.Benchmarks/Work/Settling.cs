using System.Diagnostics;

namespace Kim.Benchmarks.Work;

/// <summary>
/// What a service puts off until after the answer: events to publish and audit rows to seal. It belongs to the request that caused it,
/// so its processor time is counted there, and the baseline's turn begins only when it is done.
/// </summary>
internal static class Settling
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private const string Left = """
        select exists (select from outbox where published_at is null)
          or exists (select from audit where (xid, id) > coalesce((select (until_xid, until_id) from audit_seals order by until_xid desc, until_id desc limit 1), (0::bigint, 0::bigint)))
        """;

    /// <summary>Waits until nothing is left.</summary>
    public static async Task DoneAsync(ServiceDatabase database)
    {
        var watch = Stopwatch.StartNew();
        while (await database.ScalarAsync<bool>(Left))
        {
            if (watch.Elapsed > Limit) throw new Load.LoadException($"{database.Service} still publishes or seals {Limit.TotalMinutes:0} minutes after the last request");
            await Task.Delay(200);
        }
    }
}
