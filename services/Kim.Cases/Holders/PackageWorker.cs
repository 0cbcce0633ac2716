using Kim.Cases.Data;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Cases.Holders;

/// <summary>Collects packages in the background and drops old ones.</summary>
internal sealed partial class PackageWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PackageWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await CollectNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is DbUpdateException or NpgsqlException or InvalidOperationException or TimeoutException)
            {
                Postponed(log, failure.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> CollectNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<CasesDb>().BeginScopedAsync(Scope.System, ct);
        var builder = scope.ServiceProvider.GetRequiredService<PackageBuilder>();
        await builder.DropExpiredAsync(ct);
        var collected = await builder.CollectNextAsync(ct);
        await transaction.CommitAsync(ct);
        return collected;
    }

    [LoggerMessage(LogLevel.Warning, "A person package could not be collected: {Failure}; trying again")]
    private static partial void Postponed(ILogger logger, string failure);
}
