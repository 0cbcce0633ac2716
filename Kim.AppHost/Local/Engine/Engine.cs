using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Kim.AppHost.Local;

/// <summary>Runs the system that AppHost.cs states, from the first process to the end of the last.</summary>
internal sealed class Engine(IDistributedApplicationBuilder builder, IReadOnlyList<Resource> resources) : IDisposable
{
    private readonly KimFolder _folder = builder.Folder;
    private readonly PidRecords _pids = new(builder.Folder.Pids);
    private readonly Ports _ports = new(builder.Folder.Root);
    private readonly Spawner _spawner = new();
    private readonly Board _board = new();
    private readonly Supervisors _supervisors = new();

    public void Dispose()
    {
        _supervisors.Dispose();
        _spawner.Dispose();
    }

    public async Task RunAsync()
    {
        using var signals = new StopSignals();
        ProcessTable.KeepFilesPrivate();
        _folder.Create();
        await TakePlaceAsync();
        var progress = new Progress(_board, _supervisors);
        WebApplication? server = null;
        using var talk = new CancellationTokenSource();
        Task talking = Task.CompletedTask;
        try
        {
            var (dashboard, telemetry) = Prepare();
            if (dashboard is not null)
                server = await ResourceServer.StartAsync(dashboard, _board, telemetry, _supervisors);
            talking = Task.WhenAll(progress.TellAsync(talk.Token), new StatusFile(_board, _folder).WriteAlwaysAsync(talk.Token));
            _supervisors.Start();
            await StayAsync(dashboard, progress, signals.Token);
        }
        finally
        {
            progress.Say("stopping");
            await talk.CancelAsync();
            await _supervisors.StopAsync();
            await talking;
            if (server is not null)
                await server.DisposeAsync();
            File.Delete(_folder.Welcome);
            _pids.Remove(PidRecords.AppHost);
            progress.Say("stopped");
        }
    }

    private async Task StayAsync(DashboardProcess? dashboard, Progress progress, CancellationToken stop)
    {
        try
        {
            var fault = _supervisors.Faulted();
            await await Task.WhenAny(_board.WaitAsync(b => b.All.All(s => s.IsReady), stop), fault);
            progress.Say("all ready");
            var origin = resources.OfType<ParameterResource>().FirstOrDefault(p => p.Name == "public-origin")?.GetValue() ?? "";
            Console.WriteLine(Welcome.Write(_folder, origin, dashboard?.LoginUrl));
            await await Task.WhenAny(Task.Delay(Timeout.Infinite, stop), fault);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    // One AppHost per folder; and what a killed one left is ended before anything starts on its data.
    private async Task TakePlaceAsync()
    {
        if (_pids.Alive(PidRecords.AppHost) is { } other)
        {
            throw new StartFailure(string.Create(
                CultureInfo.InvariantCulture, $"Kim already runs here (pid {other}). See ./kim status; stop it with ./kim down."));
        }

        _pids.Write(PidRecords.AppHost, Environment.ProcessId);
        File.Delete(_folder.Welcome);
        var ended = await _pids.EndLeftoversAsync();
        if (ended.Count > 0)
            Console.WriteLine($"Ended what an earlier run had left: {string.Join(", ", ended)}.");
    }

    private (DashboardProcess? Dashboard, Telemetry Telemetry) Prepare()
    {
        foreach (var endpoint in resources.SelectMany(r => r.Endpoints).Where(e => e.FixedPort is not null))
        {
            endpoint.Port = endpoint.FixedPort!.Value;
            if (!Ports.IsFree(endpoint.Port))
            {
                throw new StartFailure(string.Create(
                    CultureInfo.InvariantCulture, $"Port {endpoint.Port} is taken by another program. Remedy: stop that one, or Kim__Port=9080 ./kim up."));
            }
        }

        // The servers first: their ports then stay the same when a project is added.
        var plans = new List<Plan>();
        foreach (var server in resources.OfType<PostgresServerResource>())
            plans.Add(new PostgresServer(server, builder, _spawner).Plan(plans.Count, _ports));
        foreach (var server in resources.OfType<RabbitMQServerResource>())
            plans.AddRange(new RabbitServer(server, builder, _spawner).Plans(plans.Count, _ports));
        var dashboard = DashboardProcess.Find(_folder, builder.Secrets, _ports, DashboardPort());
        var telemetry = new Telemetry(dashboard?.OtlpPort, dashboard?.OtlpKey ?? "");
        foreach (var endpoint in resources.SelectMany(r => r.Endpoints).Where(e => e.Port == 0))
            endpoint.Port = _ports.Take();
        foreach (var project in resources.OfType<ProjectResource>())
            plans.Add(Projects.Plan(project, plans.Count, telemetry));
        if (dashboard is not null)
            plans.Add(dashboard.Plan(plans.Count));
        foreach (var plan in plans)
            Supervise(plan);
        return (dashboard, telemetry);
    }

    private void Supervise(Plan plan)
    {
        _board.Add(plan, TimeProvider.System.GetUtcNow());
        var log = new ProcessLog(Path.Combine(_folder.Logs, $"{plan.Name}.log"));
        _supervisors.Add(new Supervisor(plan, _board, _spawner, _pids, log));
    }

    private int DashboardPort() =>
        int.TryParse(builder.Configuration["Kim:DashboardPort"], CultureInfo.InvariantCulture, out var port) ? port : 18888;
}
