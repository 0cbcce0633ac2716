using System.Globalization;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// The modes about the audit. <c>verify-audit</c> compares every month with its chain and its anchors: exit code 0 when all is whole, 1
/// when something was found. <c>drop-audit 2025-01</c> deletes a month that is over for at least a year, with its chain, as the owner of
/// the database, and says so in the anchors.
/// </summary>
internal static partial class AuditModes
{
    private const int KeptMonths = 12;

    public static async Task<bool> RunAsync(WebApplication app, string[] args)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kim.Audit");
        try
        {
            if (args.Contains("verify-audit", StringComparer.Ordinal)) Environment.ExitCode = await VerifyAsync(app.Services, log) ? 0 : 1;
            else if (Array.IndexOf(args, "drop-audit") is var at and >= 0) Environment.ExitCode = await DropAsync(app, args.ElementAtOrDefault(at + 1), log) ? 0 : 1;
            else return false;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Failed(log, failure.GetType().Name, failure.Message);
            Environment.ExitCode = 1;
        }

        return true;
    }

    /// <summary>The first instant of a month written <c>2026-11</c>; null when it is none.</summary>
    public static DateTimeOffset? MonthOf(string? segment) =>
        DateTimeOffset.TryParseExact(segment, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var month) ? month : null;

    private static async Task<bool> VerifyAsync(IServiceProvider services, ILogger log)
    {
        var verifier = services.GetRequiredService<AuditVerifier>();
        var whole = true;
        foreach (var segment in await verifier.SegmentsAsync(default))
        {
            if (MonthOf(segment) is not { } month) continue;
            var verdict = await verifier.VerifyAsync(segment, month, default);
            foreach (var finding in verdict.Findings) Found(log, segment, finding.Link, finding.Kind, finding.Sealed, finding.Found);
            if (verdict.Findings.Count == 0) Whole(log, segment, verdict.Links, verdict.Rows, verdict.Anchored);
            whole &= verdict.Findings.Count == 0;
        }

        return whole;
    }

    private static async Task<bool> DropAsync(WebApplication app, string? segment, ILogger log)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        if (MonthOf(segment) is not { } month || month.AddMonths(KeptMonths + 1) > now)
        {
            NotDropped(log, segment, KeptMonths);
            return false;
        }

        var owner = app.Configuration.GetConnectionString("DatabaseOwner")
            ?? throw new InvalidOperationException("The connection string 'DatabaseOwner' is missing: 'drop-audit' runs as the owner of the database.");
        await using var source = NpgsqlDataSource.Create(owner);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginSystemAsync(default);
        await using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, "delete from audit where at >= $1 and at < $2", month, month.AddMonths(1));
        Add(batch, "delete from audit_seals where segment = $1", segment!);
        Add(batch, "insert into audit (at, roles, action, operation, purpose) values ($1, '{}', 'DROPPED', $2, $3)", now, "DropAudit " + segment, Purposes.DataProtection);
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        app.Services.GetRequiredService<AuditAnchors>().Append([new AuditAnchor(segment!, 0, AuditAnchor.Dropped)], now);
        Dropped(log, segment!);
        return true;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    [LoggerMessage(LogLevel.Information, "{Segment}: {Links} links, {Rows} rows, {Anchored} anchors: whole")]
    private static partial void Whole(ILogger logger, string segment, int links, int rows, int anchored);

    [LoggerMessage(LogLevel.Error, "{Segment}, link {Link}: {Kind} ({Sealed} rows sealed, {Found} found)")]
    private static partial void Found(ILogger logger, string segment, int link, string kind, int @sealed, int found);

    [LoggerMessage(LogLevel.Information, "The audit of {Segment} was dropped")]
    private static partial void Dropped(ILogger logger, string segment);

    [LoggerMessage(LogLevel.Error, "'{Segment}' was not dropped: name a month as in 2025-01 that is over for at least {Months} months")]
    private static partial void NotDropped(ILogger logger, string? segment, int months);

    [LoggerMessage(LogLevel.Error, "The audit could not be read: {Failure}: {Message}")]
    private static partial void Failed(ILogger logger, string failure, string message);
}
