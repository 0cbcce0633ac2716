using System.Diagnostics;
using System.Globalization;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

    private const string Columns = "at, account_id, roles, operation, purpose, trace_id, action, subject, subject_id, terms_hash";
    private const string Insert = $"insert into audit ({Columns}) select $1, $2, $3, $4, $5, $6, line.* from unnest($7, $8, $9, $10) as line";

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
        var id = _http.HttpContext?.GetRouteValue("id");
        Add("REFUSED", null, Guid.TryParse(id?.ToString(), out var known) ? known : null);
        await using var transaction = await _db.BeginScopedAsync(Scope.System, [Writing()!], null, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether something waits for <see cref="Writing"/>.</summary>
    internal bool Waits => _lines.Count > 0;

    /// <summary>The statement that writes what the request did so far; whoever commits its transaction runs it before. Null when there is nothing.</summary>
    internal SqlQuery? Writing()
    {
        if (_lines.Count == 0) return null;
        var statement = new SqlQuery(Insert, [
            .. Common(),
            Value(Texts, _lines.Select(line => line.Action).ToArray()),
            Value(Texts, _lines.Select(line => line.Subject).ToArray()),
            Value(NpgsqlDbType.Array | NpgsqlDbType.Uuid, _lines.Select(line => line.Id).ToArray()),
            Value(Texts, _lines.Select(line => line.TermsHash).ToArray()),
        ]);
        _lines.Clear();
        return statement;
    }

    /// <summary>A query that also puts the rows that it finds on record, as read, in the same statement.</summary>
    internal SqlQuery Reading(string subject, SqlQuery query) => Noting(query, "select 'READ', {0}, id, null from shown", [Value(NpgsqlDbType.Text, subject)]);

    /// <summary>The same for a list: the search, and a read of each row that the answer shows.</summary>
    internal SqlQuery Searching(string subject, SqlQuery query, ShownPage page) => Noting(
        query,
        "select 'SEARCH', {0}, null::uuid, {1} union all select 'READ', {0}, id, null from (select id from shown limit {2}) page",
        [Value(NpgsqlDbType.Text, subject), Value(NpgsqlDbType.Text, _terms.Hash(page.Terms)), Value(NpgsqlDbType.Integer, page.Take)]);

    // The rows are read once, so what is shown and what is on record cannot differ; a materialized part gives its rows in its own order.
    private static string Text(string query, string lines, string common) => $"""
        with shown as materialized ({query}),
        noted as (insert into audit ({Columns}) select {common}, line.* from ({lines}) as line (action, subject, subject_id, terms_hash))
        select * from shown
        """;

    private SqlQuery Noting(SqlQuery query, string lines, NpgsqlParameter[] values)
    {
        var common = Common();
        var first = query.Values.Length + 1;
        var names = Enumerable.Range(first, common.Length + values.Length).Select(number => string.Create(CultureInfo.InvariantCulture, $"${number}")).ToArray();
        var filled = string.Format(CultureInfo.InvariantCulture, lines, names[common.Length..]);
        return new SqlQuery(Text(query.Text, filled, string.Join(", ", names[..common.Length])), [.. query.Values, .. common, .. values]);
    }

    private NpgsqlParameter[] Common()
    {
        var endpoint = _http.HttpContext?.GetEndpoint()?.Metadata;
        return
        [
            Value(NpgsqlDbType.TimestampTz, _clock.GetUtcNow()),
            Value(NpgsqlDbType.Uuid, _current.Actor?.AccountId),
            Value(Texts, _current.Actor?.Roles.ToArray() ?? []),
            Value(NpgsqlDbType.Text, endpoint?.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown"),
            Value(NpgsqlDbType.Text, endpoint?.GetMetadata<Purpose>()?.Code),
            Value(NpgsqlDbType.Text, Activity.Current?.TraceId.ToHexString()),
        ];
    }

    private static NpgsqlParameter Value(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private void Add(string action, string? subject, Guid? id, string? termsHash = null) => _lines.Add(new Line(action, subject, id, termsHash));

    private sealed record Line(string Action, string? Subject, Guid? Id, string? TermsHash);
}
