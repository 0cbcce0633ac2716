using System.Diagnostics;
using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>Tells the terminal what became ready, what fell, and why.</summary>
internal sealed class Progress(Board board, Supervisors supervisors)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public TimeSpan Elapsed => _clock.Elapsed;

    public async Task TellAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var snapshot in board.FollowAsync(ct))
                Tell(snapshot);
        }
        catch (OperationCanceledException)
        {
            // The engine stops and says so itself.
        }
    }

    public void Say(string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {text}"));

    private void Tell(Snapshot snapshot)
    {
        var news = snapshot switch
        {
            { IsReady: true } => snapshot.Plan.OneShot ? "done" : "ready",
            { HasFailed: true } => $"failed (exit code {snapshot.ExitCode}); log: {LogOf(snapshot).Path}",
            { State: States.Exited, ExitCode: not null and not 0 } => $"ended with code {snapshot.ExitCode}; log: {LogOf(snapshot).Path}",
            _ => null,
        };
        if (news is null || _told.GetValueOrDefault(snapshot.Name) == news)
            return;
        _told[snapshot.Name] = news;
        Say($"{snapshot.Name,-22} {news}");
        if (!snapshot.IsReady)
        {
            foreach (var line in LogOf(snapshot).Tail(8))
                Console.WriteLine($"            | {line.Text}");
        }
    }

    private ProcessLog LogOf(Snapshot snapshot) => supervisors.All.First(s => s.Plan.Name == snapshot.Name).Log;
}
