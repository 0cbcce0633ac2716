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
    private readonly TimeProvider _clock;

    internal AuditBook(KimDbContext db, CurrentActor current, IHttpContextAccessor http, TimeProvider clock) =>
        (_db, _current, _http, _clock) = (db, current, http, clock);

    /// <summary>One record was read.</summary>
    /// <param name="subject">Kind of the record, for example <c>case</c>.</param>
    /// <param name="id">Its id.</param>
    public void Read(string subject, Guid id) => Add("READ", subject, id);

    /// <summary>A list or search was answered; the terms are not kept.</summary>
    /// <param name="subject">Kind of the records.</param>
    public void Search(string subject) => Add("SEARCH", subject, null);

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

    private void Add(string action, string? subject, Guid? id) => _db.Audit.Add(new AuditEntry
    {
        At = _clock.GetUtcNow(),
        AccountId = _current.Actor?.AccountId,
        Roles = [.. _current.Actor?.Roles ?? []],
        Action = action,
        Operation = _http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown",
        Subject = subject,
        SubjectId = id,
        TraceId = Activity.Current?.TraceId.ToHexString(),
    });
}
