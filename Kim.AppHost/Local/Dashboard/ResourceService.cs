using Grpc.Core;
using Kim.AppHost.Local.Protocol;
using Microsoft.Extensions.Hosting;

namespace Kim.AppHost.Local;

/// <summary>What the dashboard asks: resources, console logs, commands.</summary>
internal sealed class ResourceService(
    Board board, ResourceMapper mapper, Telemetry telemetry, Supervisors supervisors, IHostApplicationLifetime lifetime)
    : DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(
        ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = "Kim" });

    public override async Task WatchResources(
        WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context)
    {
        using var end = EndOf(context);
        var initial = new InitialResourceData();
        initial.Resources.Add(board.All.Select(mapper.Map));
        await QuietlyAsync(async () =>
        {
            await responseStream.WriteAsync(new WatchResourcesUpdate { InitialData = initial }, end.Token);
            await foreach (var snapshot in board.FollowAsync(end.Token))
            {
                var changes = new WatchResourcesChanges();
                changes.Value.Add(new WatchResourcesChange { Upsert = mapper.Map(snapshot) });
                await responseStream.WriteAsync(new WatchResourcesUpdate { Changes = changes }, end.Token);
            }
        }, end.Token);
    }

    public override async Task WatchResourceConsoleLogs(
        WatchResourceConsoleLogsRequest request,
        IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream,
        ServerCallContext context)
    {
        using var end = EndOf(context);
        var log = Find(request.ResourceName).Log;
        if (request.SuppressFollow)
        {
            await responseStream.WriteAsync(Update(log.Tail(int.MaxValue)), end.Token);
            return;
        }

        await QuietlyAsync(async () =>
        {
            await foreach (var line in log.FollowAsync(end.Token))
                await responseStream.WriteAsync(Update([line]), end.Token);
        }, end.Token);
    }

    public override Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
    {
        var supervisor = Find(request.ResourceName);
        Action? act = request.CommandName switch
        {
            ResourceMapper.StartCommand => supervisor.Start,
            ResourceMapper.StopCommand => supervisor.Stop,
            ResourceMapper.RestartCommand => supervisor.Restart,
            _ => null,
        };
        act?.Invoke();
        return Task.FromResult(new ResourceCommandResponse
        {
            Kind = act is null ? ResourceCommandResponseKind.Failed : ResourceCommandResponseKind.Succeeded,
            Message = act is null ? $"There is no command '{request.CommandName}'." : "",
        });
    }

    /// <summary>
    /// Stays open and silent. An answer UNIMPLEMENTED is allowed, but on a busy machine the dashboard takes it for a lost
    /// connection and then shows no resources.
    /// </summary>
    public override async Task WatchInteractions(
        IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context)
    {
        using var end = EndOf(context);
        await context.WriteResponseHeadersAsync([]);
        await QuietlyAsync(() => Task.Delay(Timeout.Infinite, end.Token), end.Token);
    }

    private Supervisor Find(string resourceName) =>
        supervisors.All.FirstOrDefault(s => telemetry.ResourceName(s.Plan.Name) == resourceName)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no resource '{resourceName}'."));

    // Kestrel waits for open streams when it stops; these would stay open for ever.
    private CancellationTokenSource EndOf(ServerCallContext context) =>
        CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);

    private static async Task QuietlyAsync(Func<Task> stream, CancellationToken end)
    {
        try
        {
            await stream();
        }
        catch (Exception e) when (end.IsCancellationRequested && (e is OperationCanceledException or InvalidOperationException or IOException))
        {
            // The page was closed or the engine stops.
        }
    }

    private static WatchResourceConsoleLogsUpdate Update(IEnumerable<LogLine> lines)
    {
        var update = new WatchResourceConsoleLogsUpdate();
        update.LogLines.Add(lines.Select(l => new ConsoleLogLine { Text = l.Text, IsStdErr = l.IsError, LineNumber = l.Number }));
        return update;
    }
}
