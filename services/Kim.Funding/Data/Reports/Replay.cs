using Npgsql;

namespace Kim.Funding.Data.Reports;

/// <summary>
/// Mode <c>replay</c>: drops the projections and computes them from the journal, in one transaction. Consumers wait meanwhile and
/// their messages come again; reports read either the old rows or the new ones.
/// </summary>
internal static partial class Replay
{
    private const int Batch = 500;

    /// <summary>Runs the mode when the arguments ask for it and sets the process's exit code.</summary>
    /// <returns>True when it ran and the process should end.</returns>
    public static async Task<bool> RunAsync(WebApplication app, string[] args)
    {
        if (!args.Contains("replay", StringComparer.Ordinal)) return false;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kim.Replay");
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            Replayed(log, await RebuildAsync(scope.ServiceProvider.GetRequiredService<FundingDb>(), default));
            Environment.ExitCode = 0;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or DbUpdateException)
        {
            Failed(log, failure.GetType().Name, failure.InnerException?.Message ?? failure.Message);
            Environment.ExitCode = 1;
        }

        return true;
    }

    /// <summary>Rebuilds everything; answers the number of aggregates.</summary>
    public static async Task<int> RebuildAsync(FundingDb db, CancellationToken ct)
    {
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        await db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', '0', true), set_config('lock_timeout', '60000', true)", ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Journal.ReplayLock})", ct);
        foreach (var table in FactTable.All) await table.ClearAsync(db, null, ct);
        var (count, last) = (0, Guid.Empty);
        while (await NextAsync(db, last, ct) is { Count: > 0 } aggregates)
        {
            await Journal.ProjectAsync(db, aggregates, _ => true, ct);
            db.ChangeTracker.Clear();
            (count, last) = (count + aggregates.Count, aggregates[^1]);
        }

        await transaction.CommitAsync(ct);
        return count;
    }

    private static Task<List<Guid>> NextAsync(FundingDb db, Guid after, CancellationToken ct) => db.Set<JournalEntry>()
        .Where(entry => entry.Aggregate > after).Select(entry => entry.Aggregate).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(ct);

    [LoggerMessage(LogLevel.Information, "The projections of {Count} aggregates are computed from the journal")]
    private static partial void Replayed(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "The replay failed, nothing was changed: {Failure}: {Message}")]
    private static partial void Failed(ILogger logger, string failure, string message);
}
