using System.Security.Cryptography;
using System.Text;
using Kim.Results;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Kim.ServiceKit.Idempotency;

/// <summary>Looks a POST's key up, and keeps its answer in the transaction of its effect.</summary>
internal sealed class IdempotentAnswers(TimeProvider clock)
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

    /// <summary>
    /// What is asked first in the request's transaction: whether nobody else works on the same key, then the answer that is stored under it.
    /// Two statements, so that the second sees what the holder of the lock before has committed.
    /// </summary>
    public static IReadOnlyList<SqlQuery> Asking(Attempt attempt) =>
    [
        new("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", attempt.LockName),
        new("select body_hash, status, content_type, location, e_tag, body, created_at from idempotency_keys where account_id = $1 and route = $2 and key = $3",
            attempt.AccountId, attempt.Route, attempt.Key),
    ];

    /// <summary>The stored answer to repeat; null when this is the first time; an error when it runs elsewhere or the body differs.</summary>
    public async Task<Result<Answer?>> ReadAsync(NpgsqlDataReader asked, Attempt attempt, CancellationToken ct)
    {
        await asked.ReadAsync(ct);
        if (!asked.GetBoolean(0)) return InFlight;
        await asked.NextResultAsync(ct);
        if (!await asked.ReadAsync(ct)) return (Answer?)null;
        var known = new Answer(asked.GetInt32(1), Text(asked, 2), Text(asked, 3), Text(asked, 4), asked.GetFieldValue<byte[]>(5));
        return asked.GetFieldValue<DateTimeOffset>(6) < clock.GetUtcNow() - Kept ? (Answer?)null : Compare(asked.GetFieldValue<byte[]>(0), known, attempt);
    }

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    // The policy has let the caller in again. An answer made under other rights (team, region, roles) may show what they no longer open.
    private static Result<Answer?> Compare(byte[] hash, Answer known, Attempt attempt)
    {
        var kept = hash.AsSpan();
        if (!kept.StartsWith(attempt.BodyHash)) return Reused;
        return kept[attempt.BodyHash.Length..].SequenceEqual(attempt.Rights) ? known : RightsChanged;
    }

    private static byte[] RightsOf(Scope scope) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', scope.Texts)));

    /// <summary>The statement that keeps an answer, in the place of one that is too old to be repeated.</summary>
    public SqlQuery Keeping(Attempt attempt, HttpResponse response, byte[] body) => new("""
        insert into idempotency_keys (account_id, route, key, body_hash, status, content_type, location, e_tag, body, created_at)
        values ($1, $2, $3, $4, $5, $6::text, $7::text, $8::text, $9, $10)
        on conflict (account_id, route, key) do update set body_hash = excluded.body_hash, status = excluded.status, content_type = excluded.content_type,
          location = excluded.location, e_tag = excluded.e_tag, body = excluded.body, created_at = excluded.created_at
        """,
        attempt.AccountId, attempt.Route, attempt.Key, (byte[])[.. attempt.BodyHash, .. attempt.Rights], response.StatusCode,
        response.ContentType, (string?)response.Headers.Location, (string?)response.Headers.ETag, body, clock.GetUtcNow());

    public static async Task ReplayAsync(HttpResponse response, Answer known, CancellationToken ct)
    {
        response.StatusCode = known.Status;
        response.ContentType = known.ContentType;
        if (known.Location is not null) response.Headers.Location = known.Location;
        if (known.ETag is not null) response.Headers.ETag = known.ETag;
        response.Headers["Idempotency-Replayed"] = "true";
        await response.Body.WriteAsync(known.Body, ct);
    }

    /// <summary>A stored answer.</summary>
    internal sealed record Answer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body);

    internal sealed record Attempt(Guid AccountId, string Route, string Key, byte[] BodyHash, byte[] Rights)
    {
        public string LockName => $"{AccountId}|{Route}|{Key}";
    }
}
