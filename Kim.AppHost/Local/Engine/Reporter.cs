using System.Diagnostics;

namespace Kim.AppHost.Local;

/// <summary>Tells the terminal and <c>./kim status</c> how the resources stand, and says once that all are ready.</summary>
internal sealed class Reporter(DistributedApplicationBuilder builder, Board board)
{
    /// <summary>There when all is ready: the address for people, and that of the dashboard.</summary>
    public const string ReadyFile = "ready";
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<Resource, string> _told = [];

    public async Task FollowAsync(CancellationToken ct)
    {
        while (true)
        {
            var changed = board.Changed;
            builder.Folder.Write("status.tsv", string.Concat(builder.Resources.Select(Row)));
            builder.Resources.ForEach(Tell);
            if (builder.Resources.TrueForAll(resource => resource.IsReady) && !File.Exists(builder.Folder.At(ReadyFile)))
            {
                Say("all ready");
                builder.Folder.Write(ReadyFile, $"{builder.Origin}\n{builder.Dashboard.LoginUrl}\n");
            }

            await changed.WaitAsync(ct);
        }
    }

    public void Say(string text) => Console.WriteLine($"{_clock.Elapsed.TotalSeconds,6:0.0} s  {text}");

    private void Tell(Resource resource)
    {
        var news = Health(resource) is "failed" ? $"failed: {Remark(resource)}; log: {resource.Log}" : Health(resource);
        if (news is "-" or "unhealthy" || _told.GetValueOrDefault(resource) == news)
            return;
        _told[resource] = news;
        Say($"{resource.Name,-22} {news}");
    }

    // Name, state, health, pid, address, remark; tabs between.
    private static string Row(Resource resource)
    {
        var pid = resource.Now.Pid is { } number ? $"{number}" : "-";
        var address = resource.Endpoints.Count > 0 ? resource.Endpoints[0].Url : "-";
        return string.Join('\t', resource.Name, resource.Now.State, Health(resource), pid, address, Remark(resource)) + "\n";
    }

    private static string Health(Resource resource) => resource switch
    {
        { IsReady: true } => "ok",
        { Now: { State: State.FailedToStart or State.Exited, Problem: not null } } => "failed",
        { Now: { State: State.Running, Problem: not null } } => "unhealthy",
        _ => "-",
    };

    private static string Remark(Resource resource) =>
        resource.Now.Problem is { Length: > 0 } problem ? problem.ReplaceLineEndings(" ").Replace('\t', ' ') : "-";
}
