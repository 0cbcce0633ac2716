using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Operations;

/// <summary>Gives a parked message up, with a reason.</summary>
internal static class DiscardParkedMessage
{
    /// <summary>Why.</summary>
    /// <param name="Reason">3 to 300 characters, without personal data.</param>
    public sealed record Request(string Reason);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/ops/parked-messages/{id:guid}/discard", Handle)
        .WithName(nameof(DiscardParkedMessage))
        .WithSummary("Discard a parked message")
        .WithDescription("Needs a reason of 3 to 300 characters. The content is deleted at once, the rest after 30 days. A second time changes nothing.")
        .RequireAuthorization(OpsPolicies.DecideMessages)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<RedriveParkedMessage.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, KimDbContext db, Decision decision, TimeProvider clock, CancellationToken ct)
    {
        var reason = request.Reason.Trim();
        if (reason.Length is < 3 or > 300) return Error.Invalid("reason-required", "Say why, in 3 to 300 characters.", "reason").ToProblem();
        var row = await db.Set<ParkedMessage>().FromSql($"select * from parked_messages where id = {id} for update").SingleOrDefaultAsync(ct);
        if (row is null) return Error.NotFound("parked message").ToProblem();
        if (row.State is ParkedState.Redriving or ParkedState.Redriven)
            return Error.Conflict("message-redriven", "It was sent back to its queue. If it fails again it can be discarded.").ToProblem();
        if (row.State == ParkedState.Parked)
        {
            decision.Take(row, ParkedState.Discarded, reason);
            row.Body = [];
            await db.SaveChangesAsync(ct);
            // Given up is dealt with: told once more it stays without effect.
            if (row.MessageId is { } message) await db.RunAsync([InboxMessage.Noting(message, row.Queue, clock.GetUtcNow())], ct);
        }

        return TypedResults.Ok(new RedriveParkedMessage.Response(id, row.State));
    }
}
