using Grpc.Core;
using Kim.AppHost.Local.Protocol;
using Microsoft.Extensions.Hosting;

namespace Kim.AppHost.Local;

/// <summary>What the dashboard asks: resources, console logs, commands.</summary>
internal sealed class ResourceService(
    DashboardResource dashboard, Board board, List<Supervisor> supervisors, ResourceMapper mapper, IHostApplicationLifetime lifetime)
    : DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = "Kim" });

    public override Task WatchResources(
        WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context) =>
        UntilEndAsync(context, async end =>
        {
            var sent = supervisors.ToDictionary(supervisor => supervisor.Resource, supervisor => supervisor.Resource.Now);
            var initial = new InitialResourceData { Resources = { sent.Keys.Select(mapper.Map) } };
            await responseStream.WriteAsync(new WatchResourcesUpdate { InitialData = initial }, end);
            while (true)
            {
                var changed = board.Changed;
                var changes = new WatchResourcesChanges();
                foreach (var resource in sent.Keys.Where(resource => sent[resource] != resource.Now).ToList())
                {
                    sent[resource] = resource.Now;
                    changes.Value.Add(new WatchResourcesChange { Upsert = mapper.Map(resource) });
                }

                if (changes.Value.Count > 0)
                    await responseStream.WriteAsync(new WatchResourcesUpdate { Changes = changes }, end);
                await changed.WaitAsync(end);
            }
        });

    public override Task WatchResourceConsoleLogs(
        WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context) =>
        UntilEndAsync(context, async end =>
        {
            var number = 0;
            await foreach (var text in ProcessLog.ReadAsync(Find(request.ResourceName).Resource.Log, !request.SuppressFollow, end))
            {
                var line = new ConsoleLogLine { Text = text, LineNumber = ++number };
                await responseStream.WriteAsync(new WatchResourceConsoleLogsUpdate { LogLines = { line } }, end);
            }
        });

    public override Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
    {
        Find(request.ResourceName).Command(isWanted: request.CommandName != "stop");
        return Task.FromResult(new ResourceCommandResponse { Kind = ResourceCommandResponseKind.Succeeded });
    }

    /// <summary>
    /// Stays open and silent. An answer UNIMPLEMENTED is allowed, but on a busy machine the dashboard takes it for a lost
    /// connection and then shows no resources.
    /// </summary>
    public override Task WatchInteractions(
        IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context) =>
        UntilEndAsync(context, async end =>
        {
            await context.WriteResponseHeadersAsync([]);
            await Task.Delay(Timeout.Infinite, end);
        });

    private Supervisor Find(string name) => supervisors.Find(supervisor => dashboard.NameOf(supervisor.Resource) == name)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no resource '{name}'."));

    // Kestrel waits for open streams when it stops; these would stay open for ever.
    private async Task UntilEndAsync(ServerCallContext context, Func<CancellationToken, Task> stream)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await stream(end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The page was closed or the engine stops.
        }
    }
}
