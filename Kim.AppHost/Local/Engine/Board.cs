namespace Kim.AppHost.Local;

/// <summary>The states that the dashboard knows by these names.</summary>
internal enum State { NotStarted, Waiting, Starting, Running, Stopping, Exited, Finished, FailedToStart }

/// <summary>How a resource stands.</summary>
internal sealed record Snapshot(State State)
{
    /// <summary>Null: not asked yet. Empty: healthy. Else why not.</summary>
    public string? Problem { get; init; }
    public int? Pid { get; init; }
    public int? ExitCode { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }
    public int Restarts { get; init; }
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public bool IsHealthy => State == State.Running && Problem is "";
}

/// <summary>Where changes are posted. Who follows takes <see cref="Changed"/>, reads, and then awaits it: so nothing is missed.</summary>
internal sealed class Board
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Changed => _changed.Task;

    public void Post(Resource resource, Snapshot now)
    {
        if (resource.Now == now)
            return;
        resource.Now = now;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public async Task WaitAsync(Func<bool> condition, CancellationToken ct)
    {
        for (var changed = Changed; !condition(); changed = Changed)
            await changed.WaitAsync(ct);
    }
}
