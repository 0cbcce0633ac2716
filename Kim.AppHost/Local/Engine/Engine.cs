using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Kim.AppHost.Local;

/// <summary>Runs the system that AppHost.cs states, from the first process to the end of the last.</summary>
internal sealed class Engine(DistributedApplicationBuilder builder)
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(9);
    private readonly Board _board = new();

    public async Task RunAsync()
    {
        builder.Folder.Create();
        await TakePlaceAsync();
        try
        {
            AssignPorts();
            if (builder.Dashboard.IsInstalled)
                builder.Add(builder.Dashboard);
            await SuperviseAsync(builder.Resources.ConvertAll(resource => new Supervisor(resource, builder.Folder, _board)));
        }
        finally
        {
            File.Delete(builder.Folder.At("status.tsv"));
            File.Delete(builder.Folder.At(Reporter.ReadyFile));
            File.Delete(builder.Folder.At("pids", "apphost"));
        }
    }

    private async Task TakePlaceAsync()
    {
        string[] script = [Path.Combine(AppContext.BaseDirectory, "Local/Engine/pids.sh"), builder.Folder.At(), $"{Environment.ProcessId}"];
        using var place = Process.Start("bash", script);
        await place.WaitForExitAsync();
        if (place.ExitCode != 0)
            throw new StartFailure("Nothing was started.");
        File.Delete(builder.Folder.At(Reporter.ReadyFile));
    }

    // Ports below the range that the kernel hands out to clients; the same ones in every run unless taken.
    private void AssignPorts()
    {
        var next = 20_000 + (BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(builder.Folder.At()))) % 10_000);
        foreach (var endpoint in builder.Resources.Append(builder.Dashboard).SelectMany(resource => resource.Endpoints))
        {
            if (endpoint.IsFixed && !Probes.IsFree(endpoint.Port))
                throw new StartFailure($"Port {endpoint.Port} is taken by another program. Remedy: stop that program, or Kim__Port=9080 ./kim up.");
            for (; endpoint.Port == 0; next++)
                endpoint.Port = Probes.IsFree(next) ? next : 0;
        }
    }

    private async Task SuperviseAsync(List<Supervisor> supervisors)
    {
        await using var host = ResourceServer.Build(builder, _board, supervisors);
        await host.StartAsync();
        using var reporting = new CancellationTokenSource();
        var reporter = new Reporter(builder, _board);
        var report = reporter.FollowAsync(reporting.Token);
        supervisors.ForEach(supervisor => supervisor.Begin());
        var stop = Task.Delay(Timeout.Infinite, host.Lifetime.ApplicationStopping);
        // Anything but the stop ends early only by a bug in the engine, which then must not go unseen.
        var first = await Task.WhenAny([stop, report, .. supervisors.Select(supervisor => supervisor.Run)]);
        reporter.Say("stopping");
        await reporting.CancelAsync();
        await EndAsync(supervisors);
        await host.StopAsync();
        if (first != stop)
            await first;
        reporter.Say("stopped");
    }

    // Projects first: they finish their work on the servers that they use.
    private static async Task EndAsync(List<Supervisor> supervisors)
    {
        var clock = Stopwatch.StartNew();
        foreach (var stage in supervisors.ToLookup(supervisor => supervisor.Resource is not ProjectResource).OrderBy(stage => stage.Key))
        {
            var patience = stage.Key ? StopLimit - clock.Elapsed : StopLimit / 2;
            await Task.WhenAll(stage.Select(supervisor => supervisor.EndAsync(patience))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
