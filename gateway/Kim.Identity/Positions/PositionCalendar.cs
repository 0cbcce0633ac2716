using Kim.Identity.Data;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Identity.Positions;

/// <summary>Gives and takes what positions give when their day comes: at the start and each half hour, because time itself publishes no event.</summary>
internal sealed partial class PositionCalendar(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PositionCalendar> log) : BackgroundService
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

    /// <summary>One pass over the accounts that funding ever named; each in a transaction of its own.</summary>
    internal async Task SettleAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var book = scope.ServiceProvider.GetRequiredService<PositionBook>();
        foreach (var account in await NamedAsync(db, ct))
        {
            await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
            await book.FollowAsync(account, ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<List<Guid>> NamedAsync(IdentityDb db, CancellationToken ct)
    {
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        return await db.OccupancyFacts.Select(fact => fact.AccountId).Distinct().OrderBy(id => id).ToListAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "The positions of today could not be settled: {Failure}; trying again later")]
    private static partial void Postponed(ILogger logger, string failure);
}
