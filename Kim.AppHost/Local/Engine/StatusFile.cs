using System.Globalization;
using System.Text;

namespace Kim.AppHost.Local;

/// <summary>The board as a table for <c>./kim status</c>: name, state, health, pid, address, remark; tabs between.</summary>
internal sealed class StatusFile(Board board, KimFolder folder)
{
    public async Task WriteAlwaysAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var _ in board.FollowAsync(ct))
                Write();
        }
        catch (OperationCanceledException)
        {
            File.Delete(folder.Status);
        }
    }

    private void Write()
    {
        var text = new StringBuilder();
        foreach (var snapshot in board.All)
        {
            text.AppendJoin('\t', [
                snapshot.Name,
                snapshot.State,
                Health(snapshot),
                snapshot.Pid?.ToString(CultureInfo.InvariantCulture) ?? "-",
                snapshot.Plan.Endpoints.Count > 0 ? snapshot.Plan.Endpoints[0].Url : "-",
                Remark(snapshot),
            ]).Append('\n');
        }

        KimFolder.WritePrivate(folder.Status, text.ToString());
    }

    private static string Health(Snapshot snapshot) => snapshot switch
    {
        { IsReady: true } => "ok",
        { HasFailed: true } => "failed",
        { State: States.Running, Problem: not null } => "unhealthy",
        _ => "-",
    };

    private static string Remark(Snapshot snapshot) =>
        snapshot.Problem is { Length: > 0 } problem ? problem.ReplaceLineEndings(" ").Replace('\t', ' ')
        : snapshot.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exit code {code}")
        : "-";
}
