using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kim.AppHost.Local;

/// <summary>The states that the dashboard knows by these names.</summary>
internal static class States
{
    public const string NotStarted = "NotStarted";
    public const string Waiting = "Waiting";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    public const string Exited = "Exited";
    public const string Finished = "Finished";
    public const string FailedToStart = "FailedToStart";
}

/// <summary>One resource as it stands now.</summary>
internal sealed record Snapshot(Plan Plan, DateTimeOffset CreatedAt)
{
    public string Name => Plan.Name;

    public string State { get; init; } = States.NotStarted;

    /// <summary>Null: not asked yet. Empty: healthy. Else why not.</summary>
    public string? Problem { get; init; }

    public int? Pid { get; init; }

    public int? ExitCode { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public bool IsHealthy => State == States.Running && Problem is "";

    public bool IsReady => Plan.OneShot ? State == States.Finished : IsHealthy;

    public bool HasFailed => State == States.FailedToStart;
}

/// <summary>Where every resource's state is posted and read.</summary>
internal sealed class Board
{
    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<Channel<Snapshot>> _readers = [];

    public IReadOnlyList<Snapshot> All => [.. _snapshots.Values.OrderBy(s => s.Plan.Order)];

    public Snapshot this[string name] => _snapshots[name];

    public void Add(Plan plan, DateTimeOffset now) => _snapshots[plan.Name] = new Snapshot(plan, now);

    public void Update(string name, Func<Snapshot, Snapshot> change)
    {
        lock (_lock)
        {
            var before = _snapshots[name];
            var after = change(before);
            if (after == before)
                return;
            _snapshots[name] = after;
            foreach (var reader in _readers)
                reader.Writer.TryWrite(after);
        }
    }

    /// <summary>Every resource once, then every change.</summary>
    public async IAsyncEnumerable<Snapshot> FollowAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<Snapshot>();
        lock (_lock)
        {
            foreach (var snapshot in All)
                channel.Writer.TryWrite(snapshot);
            _readers.Add(channel);
        }

        try
        {
            await foreach (var snapshot in channel.Reader.ReadAllAsync(ct))
                yield return snapshot;
        }
        finally
        {
            lock (_lock)
                _readers.Remove(channel);
        }
    }

    public async Task WaitAsync(Func<Board, bool> condition, CancellationToken ct)
    {
        await foreach (var _ in FollowAsync(ct))
        {
            if (condition(this))
                return;
        }
    }
}
