using System.ComponentModel;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Http;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Operations;

/// <summary>Lists the messages that were put aside, oldest first.</summary>
internal static class ListParkedMessages
{
    private static readonly string[] States = [ParkedState.Parked, ParkedState.Redriving, ParkedState.Redriven, ParkedState.Discarded];

    /// <summary>What to list.</summary>
    public sealed record Filter
    {
        [FromQuery(Name = "type"), Description("Wire name of the event.")]
        public string? Type { get; init; }

        [FromQuery(Name = "id"), Description("Id of the message on the wire, or of the parked message.")]
        public Guid? Id { get; init; }

        [FromQuery(Name = "state"), Description("PARKED (unless told), REDRIVING, REDRIVEN or DISCARDED.")]
        public string? State { get; init; }
    }

    public sealed record Key(Guid Id);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/ops/parked-messages", Handle)
        .WithName(nameof(ListParkedMessages))
        .WithSummary("List parked messages")
        .WithDescription("Messages that could not be dealt with, oldest first, without their bodies. An id finds a message in any state.")
        .RequireAuthorization(OpsPolicies.ReadMessages);

    private static async Task<Results<Ok<Page<ParkedItem>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [AsParameters] Filter filter, KimDbContext db, AuditBook audit, TimeProvider clock, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();
        if (filter.State is { } named && !States.Contains(named, StringComparer.Ordinal))
            return Error.Invalid("state-unknown", "A parked message is PARKED, REDRIVING, REDRIVEN or DISCARDED.", "state").ToProblem();

        var found = await Find(db, filter, start.Value.After?.Id).Take(start.Value.Take + 1).Select(ParkedItem.OfRow).ToListAsync(ct);
        audit.Search("parked-message", []);
        var now = clock.GetUtcNow();
        var cut = Page.Of(found, start.Value.Take, item => new Key(item.Id));
        return TypedResults.Ok(new Page<ParkedItem>([.. cut.Items.Select(item => item.At(now))], cut.Next));
    }

    private static IQueryable<ParkedMessage> Find(KimDbContext db, Filter filter, Guid? after)
    {
        var messages = db.Set<ParkedMessage>().AsNoTracking();
        if (filter.Id is { } id) messages = messages.Where(row => row.Id == id || row.MessageId == id);
        if (filter.State is not null || filter.Id is null)
        {
            var state = filter.State ?? ParkedState.Parked;
            messages = messages.Where(row => row.State == state);
        }

        if (filter.Type is { } type) messages = messages.Where(row => row.Type == type);
        if (after is { } last) messages = messages.Where(row => row.Id > last);
        return messages.OrderBy(row => row.Id);
    }
}
