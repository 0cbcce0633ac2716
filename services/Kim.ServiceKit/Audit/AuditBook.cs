using System.Diagnostics;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// Records what an actor did to personal data, in the transaction of the request: a read's record is committed before the answer
/// leaves, a change's record stands or falls with the change. Never holds personal data itself, search terms included.
/// </summary>
public sealed class AuditBook
{
    private readonly KimDbContext _db;
    private readonly CurrentActor _current;
    private readonly IHttpContextAccessor _http;
    private readonly SearchTerms _terms;
    private readonly TimeProvider _clock;

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
        await using var transaction = await _db.BeginScopedAsync(Scope.System, ct);
        var id = _http.HttpContext?.GetRouteValue("id");
        Add("REFUSED", null, Guid.TryParse(id?.ToString(), out var known) ? known : null);
        await _db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        _db.ChangeTracker.Clear();
    }

    private void Add(string action, string? subject, Guid? id, string? termsHash = null) => _db.Audit.Add(new AuditEntry
    {
        At = _clock.GetUtcNow(),
        AccountId = _current.Actor?.AccountId,
        Roles = [.. _current.Actor?.Roles ?? []],
        Action = action,
        Operation = _http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown",
        Purpose = _http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<Purpose>()?.Code,
        Subject = subject,
        SubjectId = id,
        TermsHash = termsHash,
        TraceId = Activity.Current?.TraceId.ToHexString(),
    });
}
