using System.ComponentModel;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// 'Who saw this person between then and then?' for the data protection officer, and for the person's own right to know (GDPR Art. 15).
/// The subject is a record's id: of a case, a referral, a request, an interpreter or an account. To ask is itself on record.
/// </summary>
internal static class ListAccesses
{
    /// <summary>An access; for an account of a service (client credentials) roles are its scopes.</summary>
    public sealed record Item(
        DateTimeOffset At, string Action, string Operation, string? Purpose, string? Subject, Guid? AccountId, IReadOnlyList<string> Roles, string? TraceId);

    private sealed record Key(DateTimeOffset At, long Id);

    private sealed record Row(long Id, Item Item);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/audit/accesses", HandleAsync)
        .WithName(nameof(ListAccesses))
        .WithTags("Audit")
        .WithSummary("Who saw this record")
        .WithDescription("Reads, searches that showed it, changes, exports and refusals of one record in the order of time; 'until' is exclusive. For the data protection officer.")
        .ForPurpose(Purposes.DataProtection)
        .RequireAuthorization(AuditSetup.Policy);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> HandleAsync(
        [Description("Id of the record.")] Guid subject,
        [Description("First instant; without it from the beginning.")] DateTimeOffset? from,
        [Description("First instant after; without it until now.")] DateTimeOffset? until,
        [AsParameters] PageRequest page, KimDbContext db, AuditBook audit, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = db.Audit.AsNoTracking().Where(row => row.SubjectId == subject);
        if (from is { } first) rows = rows.Where(row => row.At >= first.ToUniversalTime());
        if (until is { } end) rows = rows.Where(row => row.At < end.ToUniversalTime());
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.At, row.Id), ValueTuple.Create(after.At, after.Id)));
        var found = await rows.OrderBy(row => row.At).ThenBy(row => row.Id).Take(start.Value.Take + 1)
            .Select(row => new Row(row.Id, new Item(row.At, row.Action, row.Operation, row.Purpose, row.Subject, row.AccountId, row.Roles, row.TraceId)))
            .ToListAsync(ct);

        audit.Read("accesses", subject);
        var cut = Page.Of(found, start.Value.Take, row => new Key(row.Item.At, row.Id));
        return TypedResults.Ok(new Page<Item>([.. cut.Items.Select(row => row.Item)], cut.Next));
    }
}
