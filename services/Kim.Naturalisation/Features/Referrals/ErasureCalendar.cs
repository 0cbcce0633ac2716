using Kim.Naturalisation.Domain;
using Kim.ServiceKit.Persons;
using Npgsql;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>Erases restricted files on their day. At the start and each hour.</summary>
internal sealed partial class ErasureCalendar(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ErasureCalendar> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await EraseDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or NpgsqlException or InvalidOperationException or TimeoutException)
            {
                Postponed(log, failure.GetType().Name);
            }

            await Task.Delay(TimeSpan.FromHours(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One pass.</summary>
    internal async Task EraseDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NaturalisationDb>();
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        var due = await db.DueAsync(LocalDay.Of(clock.GetUtcNow()), ct);
        if (due.Count > 0) await scope.ServiceProvider.GetRequiredService<PersonRows>().EraseAsync(due, null, ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Restricted files that are due could not be erased: {Failure}; trying again in an hour")]
    private static partial void Postponed(ILogger logger, string failure);
}
