using System.Diagnostics;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// Records what an actor did to personal data, in the transaction of the request: a read's record is committed before the answer
/// leaves, a change's record stands or falls with the change. Never holds personal data itself, search terms included. The records of
/// a request are written together at its end: a list that shows fifty people costs one command.
/// </summary>
public sealed class AuditBook
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    private const string Insert = """
        insert into audit (at, account_id, roles, operation, purpose, trace_id, action, subject, subject_id, terms_hash)
        select {0}, {1}, {2}, {3}, {4}, {5}, line.* from unnest({6}, {7}, {8}, {9}) as line
        """;

    private readonly KimDbContext _db;
    private readonly CurrentActor _current;
    private readonly IHttpContextAccessor _http;
    private readonly SearchTerms _terms;
    private readonly TimeProvider _clock;
    private readonly List<Line> _lines = [];

    internal AuditBook(KimDbContext db, CurrentActor current, IHttpContextAccessor http, SearchTerms terms, TimeProvider clock) =>
        (_db, _current, _http, _terms, _clock) = (db, current, http, terms, clock);

    /// <summary>One record was read.</summary>
    /// <param name="subject">Kind of the record, for example <c>case</c>.</param>
    /// <param name="id">Its id.</param>
    public void Read(string subject, Guid id) => Add("READ", subject, id);

    /// <summary>
    /// A list or search was answered: one row for the search, and a read per record that was shown, so that 'who saw this person?' has
    /// one answer whatever the way. Of the terms a keyed hash is kept, see <see cref="SearchTerms"/>.
    /// </summary>
    /// <param name="subject">Kind of the records.</param>
    /// <param name="shown">Ids of the records that the answer shows.</param>
    /// <param name="terms">What was searched for, if the caller gave a text.</param>
    public void Search(string subject, IEnumerable<Guid> shown, string? terms = null)
    {
        Add("SEARCH", subject, null, _terms.Hash(terms));
        foreach (var id in shown.Distinct()) Read(subject, id);
    }

    /// <summary>A record was created or changed.</summary>
    /// <param name="subject">Kind of the record.</param>
    /// <param name="id">Its id.</param>
    public void Change(string subject, Guid id) => Add("CHANGE", subject, id);

    /// <summary>Records left the system as a file.</summary>
    /// <param name="subject">Kind of the records.</param>
    /// <param name="id">The one record, if it was one.</param>
    public void Export(string subject, Guid? id = null) => Add("EXPORT", subject, id);

    /// <summary>A refusal has a transaction of its own, because the request's is rolled back.</summary>
    internal async Task RecordRefusalAsync(CancellationToken ct)
    {
        _lines.Clear();
        await using var transaction = await _db.BeginScopedAsync(Scope.System, ct);
        var id = _http.HttpContext?.GetRouteValue("id");
        Add("REFUSED", null, Guid.TryParse(id?.ToString(), out var known) ? known : null);
        await WriteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Writes what the request did so far, in its transaction. Whoever commits the transaction calls it before.</summary>
    internal async Task WriteAsync(CancellationToken ct)
    {
        if (_lines.Count == 0) return;
        var endpoint = _http.HttpContext?.GetEndpoint()?.Metadata;
        await _db.Database.ExecuteSqlRawAsync(Insert, [
            Value(NpgsqlDbType.TimestampTz, _clock.GetUtcNow()),
            Value(NpgsqlDbType.Uuid, _current.Actor?.AccountId),
            Value(Texts, _current.Actor?.Roles.ToArray() ?? []),
            Value(NpgsqlDbType.Text, endpoint?.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown"),
            Value(NpgsqlDbType.Text, endpoint?.GetMetadata<Purpose>()?.Code),
            Value(NpgsqlDbType.Text, Activity.Current?.TraceId.ToHexString()),
            Value(Texts, _lines.Select(line => line.Action).ToArray()),
            Value(Texts, _lines.Select(line => line.Subject).ToArray()),
            Value(NpgsqlDbType.Array | NpgsqlDbType.Uuid, _lines.Select(line => line.Id).ToArray()),
            Value(Texts, _lines.Select(line => line.TermsHash).ToArray()),
        ], ct);
        _lines.Clear();
    }

    private static NpgsqlParameter Value(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private void Add(string action, string? subject, Guid? id, string? termsHash = null) => _lines.Add(new Line(action, subject, id, termsHash));

    private sealed record Line(string Action, string? Subject, Guid? Id, string? TermsHash);
}
