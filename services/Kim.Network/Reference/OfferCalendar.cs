using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Network.Reference;

/// <summary>Publishes offers when their first day comes and withdraws them after their last: the profile does not change on that day, time does.</summary>
internal sealed partial class OfferCalendar(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OfferCalendar> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or NpgsqlException or InvalidOperationException or TimeoutException)
            {
                Postponed(log, failure.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One pass over the offers.</summary>
    internal async Task SettleAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var events = scope.ServiceProvider.GetRequiredService<EventBook>();
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        var today = LocalDay.Of(clock.GetUtcNow());
        foreach (var offer in await db.Offers.ToListAsync(ct)) OfferEvents.Settle(offer, changed: false, today, events);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "The offers of today could not be settled: {Failure}; trying again later")]
    private static partial void Postponed(ILogger logger, string failure);
}
