using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Cases.Features;

/// <summary>Tells naturalisation that a consent has run out: nobody does anything on that day, time does. At the start and each half hour.</summary>
internal sealed partial class ConsentCalendar(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConsentCalendar> log) : BackgroundService
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

    /// <summary>One pass.</summary>
    internal async Task SettleAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CasesDb>();
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        await scope.ServiceProvider.GetRequiredService<ReferralBook>().EndExpiredAsync(GermanDay.Of(clock.GetUtcNow()), GermanDay.StartOf, ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "The consents of today could not be settled: {Failure}; trying again later")]
    private static partial void Postponed(ILogger logger, string failure);
}
