using Npgsql;

namespace Kim.Funding.Jobs;

/// <summary>
/// Tells whoever holds a position of its new employer, region or Fachaufsicht when their first day comes: nobody enters anything on
/// that day, time does.
/// </summary>
internal sealed partial class AnnounceAttributes(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AnnounceAttributes> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or NpgsqlException or InvalidOperationException or TimeoutException)
            {
                Postponed(log, failure.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One pass: the row locks let only one instance announce a version.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
        var events = scope.ServiceProvider.GetRequiredService<EventBook>();
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        var today = LocalDay.Of(clock.GetUtcNow());
        var due = await db.Positions.Where(position => position.Attributes.Any(version => !version.Announced && version.ValidFrom <= today))
            .OrderBy(position => position.Key).Select(position => position.Key).ToListAsync(ct);
        foreach (var key in due)
        {
            if (await db.LockAsync(key, ct) is not { } staffed) continue;
            var versions = staffed.Position.Attributes.Where(version => !version.Announced && version.ValidFrom <= today).ToList();
            foreach (var version in versions) version.Announce();
            if (versions.Exists(version => version.Stands)) OccupancyEvents.AttributesChanged(events, staffed, today);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "New attributes of positions could not be announced: {Failure}; trying again later")]
    private static partial void Postponed(ILogger logger, string failure);
}
