using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Idempotency;
using Microsoft.AspNetCore.Http;

namespace Kim.ServiceKit.Http;

/// <summary>
/// One transaction around each operation: row scope, the handler's changes, their events, the audit rows and the idempotency
/// record stand or fall together, and are committed before the first byte of the answer leaves. An answer of 400 and above
/// rolls back.
/// </summary>
internal sealed class RequestTransaction(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, KimDbContext db, CurrentActor current, IdempotentAnswers answers, AuditBook audit)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is null || current is not { Actor: { } actor, Access: { } access })
        {
            await next(http);
            return;
        }

        if (Preconditions.Missing(http) is { } missing)
        {
            await missing.ToProblem().ExecuteAsync(http);
            return;
        }

        var scope = Scope.Of(actor, access);
        var attempt = await IdempotentAnswers.ReadAsync(http, actor, scope);
        if (attempt.Error is { } invalid)
        {
            await invalid.ToProblem().ExecuteAsync(http);
            return;
        }

        await using var buffer = new BufferedAnswer(http);
        await RunAsync(http, db, scope, answers, attempt.Value, buffer, audit);
        // What one may not know exists is 404: a try at a foreign record looks like a try at none, and both are kept.
        if (http.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
            await audit.RecordRefusalAsync(http.RequestAborted);
        await buffer.SendAsync();
    }

    private async Task RunAsync(
        HttpContext http, KimDbContext db, Scope scope, IdempotentAnswers answers, IdempotentAnswers.Attempt? attempt, BufferedAnswer buffer, AuditBook audit)
    {
        var ct = http.RequestAborted;
        await using var transaction = await db.BeginScopedAsync(scope, ct);
        var replayed = attempt is not null && await ReplayedAsync(http, answers, attempt);
        if (!replayed) await next(http);
        var body = await buffer.ReadAsync();
        if (replayed || http.Response.StatusCode >= 400) return;
        if (attempt is not null) answers.Keep(attempt, http.Response, body);
        await db.SaveChangesAsync(ct);
        await audit.WriteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> ReplayedAsync(HttpContext http, IdempotentAnswers answers, IdempotentAnswers.Attempt attempt)
    {
        var found = await answers.FindAsync(attempt, http.RequestAborted);
        if (found.Error is { } refused)
        {
            if (refused == IdempotentAnswers.InFlight) http.Response.Headers.RetryAfter = "1";
            await refused.ToProblem().ExecuteAsync(http);
            return true;
        }

        if (found.Value is not { } known) return false;
        await IdempotentAnswers.ReplayAsync(http.Response, known, http.RequestAborted);
        return true;
    }
}
