using System.Diagnostics;

namespace Kim.Faults.Tests.Checks;

/// <summary>From outbox to inbox: which events every receiver must have dealt with, and which it has.</summary>
internal static class Deliveries
{
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(60);

    /// <summary>Waits until each receiver has dealt with each event that it listens to, and no outbox holds one back. A minute without any progress fails.</summary>
    public static async Task CompleteAsync(ServiceSpace space)
    {
        var (left, watch) = (int.MaxValue, Stopwatch.StartNew());
        while (true)
        {
            var missing = await MissingAsync(space);
            if (missing.Count == 0) return;
            if (missing.Count < left) (left, watch) = (missing.Count, Stopwatch.StartNew());
            if (watch.Elapsed > Standstill) throw new TimeoutException($"No progress for {Standstill.TotalSeconds:0} s: {missing.Count} deliveries are missing, first {missing[0]}");
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(missing.Count, 100, 1000)));
        }
    }

    /// <summary>Event and queue of each delivery that has had no effect yet, and each event that the outbox still holds.</summary>
    private static async Task<List<string>> MissingAsync(ServiceSpace space)
    {
        var done = new HashSet<(Guid, string)>();
        foreach (var service in FaultSystem.Services)
            foreach (var row in await space.Database(service).QueryAsync("select message_id, consumer from inbox")) done.Add(((Guid)row["message_id"]!, (string)row["consumer"]!));
        var missing = new List<string>();
        foreach (var service in FaultSystem.Services)
        {
            var events = await EventRow.AllAsync(space.Database(service));
            missing.AddRange(events.Where(row => row.PublishedAt is null).Select(row => $"{row.Type} {row.Id} in the outbox of {service}"));
            foreach (var group in events.GroupBy(row => row.Type))
                foreach (var queue in await ReceiversAsync(space, group.Key))
                    missing.AddRange(group.Where(row => !done.Contains((row.Id, queue))).Select(row => $"{row.Type} {row.Id} at {queue}"));
        }

        return missing;
    }

    private static async Task<IEnumerable<string>> ReceiversAsync(ServiceSpace space, string type) =>
        (await space.Broker.ListenersAsync(type)).Where(queue => FaultSystem.Services.Any(service => queue.StartsWith(service + "-", StringComparison.Ordinal)));
}
