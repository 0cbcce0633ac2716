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
        if (http.GetEndpoint()?.Metadata.GetMetadata<OneTripSetup.Mark>() is not null)
        {
            await next(http);
            await buffer.ReadAsync();
            if (audit.Waits || db.ChangeTracker.HasChanges()) throw new InvalidOperationException("This endpoint reads in one trip: it has no transaction for anything else.");
            return;
        }

        Result<IdempotentAnswers.Answer?> known = (IdempotentAnswers.Answer?)null;
        await using var transaction = attempt is null
            ? await db.BeginScopedAsync(scope, ct)
            : await db.BeginScopedAsync(scope, IdempotentAnswers.Asking(attempt), async (asked, token) => known = await answers.ReadAsync(asked, attempt, token), ct);
        var answered = await AnsweredAsync(http, known);
        if (!answered) await next(http);
        var body = await buffer.ReadAsync();
        if (answered || http.Response.StatusCode >= 400) return;
        await db.SaveChangesAsync(ct);
        List<SqlQuery> last = [];
        if (attempt is not null) last.Add(answers.Keeping(attempt, http.Response, body));
        if (audit.Writing() is { } written) last.Add(written);
        await db.RunAsync(last, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether the key's first request has said all there is to say.</summary>
    private static async Task<bool> AnsweredAsync(HttpContext http, Result<IdempotentAnswers.Answer?> found)
    {
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
