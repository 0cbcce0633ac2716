using System.Security.Cryptography;
using System.Text;
using Kim.Results;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Idempotency;

/// <summary>Looks a POST's key up, and keeps its answer in the transaction of its effect.</summary>
internal sealed class IdempotentAnswers(KimDbContext db, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    internal static readonly Error InFlight = Error.Conflict("idempotency-in-flight", "A request with this Idempotency-Key is being worked on.");
    private static readonly Error Reused = new("idempotency-key-reused", "This Idempotency-Key was used with another body.", 422) { Field = Header };

    private static readonly Error RightsChanged = Error.Forbidden("rights-changed", "Your rights have changed since this request; its answer is not repeated.");

    /// <summary>The key of this request with the hash of its body, null when it has none, or why the key cannot be used.</summary>
    public static async Task<Result<Attempt?>> ReadAsync(HttpContext http, Actor actor, Scope scope)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var header)) return (Attempt?)null;
        var key = header.ToString();
        if (key.Length is 0 or > 100 || key.Any(char.IsControl))
            return Error.Invalid("idempotency-key-invalid", "An Idempotency-Key has 1 to 100 characters.", Header);
        http.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return new Attempt(actor.AccountId, http.Request.Path.Value!.ToLowerInvariant(), key, hash, RightsOf(scope));
    }

    /// <summary>The stored answer to repeat; null when this is the first time; an error when it runs elsewhere or the body differs.</summary>
    public async Task<Result<IdempotencyKey?>> FindAsync(Attempt attempt, CancellationToken ct)
    {
        var locked = await db.Database
            .SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({attempt.LockName}, 0)) as \"Value\"").SingleAsync(ct);
        if (!locked) return InFlight;
        var since = clock.GetUtcNow() - Kept;
        var known = await db.Set<IdempotencyKey>().SingleOrDefaultAsync(
            row => row.AccountId == attempt.AccountId && row.Route == attempt.Route && row.Key == attempt.Key, ct);
        if (known is null) return (IdempotencyKey?)null;
        if (known.CreatedAt >= since) return Compare(known, attempt);
        db.Remove(known);
        await db.SaveChangesAsync(ct);
        return (IdempotencyKey?)null;
    }

    // The policy has let the caller in again. An answer made under other rights (team, region, roles) may show what they no longer open.
    private static Result<IdempotencyKey?> Compare(IdempotencyKey known, Attempt attempt)
    {
        var kept = known.BodyHash.AsSpan();
        if (!kept.StartsWith(attempt.BodyHash)) return Reused;
        return kept[attempt.BodyHash.Length..].SequenceEqual(attempt.Rights) ? known : RightsChanged;
    }

    private static byte[] RightsOf(Scope scope) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', scope.Texts)));

    public void Keep(Attempt attempt, HttpResponse response, byte[] body) => db.Add(new IdempotencyKey
    {
        AccountId = attempt.AccountId,
        Route = attempt.Route,
        Key = attempt.Key,
        BodyHash = [.. attempt.BodyHash, .. attempt.Rights],
        Status = response.StatusCode,
        ContentType = response.ContentType,
        Location = response.Headers.Location,
        ETag = response.Headers.ETag,
        Body = body,
        CreatedAt = clock.GetUtcNow(),
    });

    public static async Task ReplayAsync(HttpResponse response, IdempotencyKey known, CancellationToken ct)
    {
        response.StatusCode = known.Status;
        response.ContentType = known.ContentType;
        if (known.Location is not null) response.Headers.Location = known.Location;
        if (known.ETag is not null) response.Headers.ETag = known.ETag;
        response.Headers["Idempotency-Replayed"] = "true";
        await response.Body.WriteAsync(known.Body, ct);
    }

    internal sealed record Attempt(Guid AccountId, string Route, string Key, byte[] BodyHash, byte[] Rights)
    {
        public string LockName => $"{AccountId}|{Route}|{Key}";
    }
}
