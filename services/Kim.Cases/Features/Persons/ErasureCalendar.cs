using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Cases.Features;

/// <summary>Erases what is due, within seconds: what was decided without a duty at once, what a duty kept on its day.</summary>
internal sealed partial class ErasureCalendar(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ErasureCalendar> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await EraseNextAsync(stoppingToken))
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

    /// <summary>One case; false when none is due.</summary>
    internal async Task<bool> EraseNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<CasesDb>().BeginScopedAsync(Scope.System, ct);
        if (!await scope.ServiceProvider.GetRequiredService<PersonEraser>().EraseNextAsync(GermanDay.Of(clock.GetUtcNow()), ct)) return false;
        await transaction.CommitAsync(ct);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "A case that is due could not be erased: {Failure}; trying again")]
    private static partial void Postponed(ILogger logger, string failure);
}
