using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Operations;

/// <summary>Sends one parked message back to its queue, when what stopped it is mended.</summary>
internal static class RedriveParkedMessage
{
    public sealed record Request;

    public sealed record Response(Guid Id, string State);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/ops/parked-messages/{id:guid}/redrive", Handle)
        .WithName(nameof(RedriveParkedMessage))
        .WithSummary("Re-drive a parked message")
        .WithDescription("It goes back to its queue under its old id as soon as the broker takes it. A second time changes nothing; if it fails again it is parked again.")
        .RequireAuthorization(OpsPolicies.DecideMessages)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? _, KimDbContext db, QueueBook queues, Decision decision, CancellationToken ct)
    {
        var row = await db.Set<ParkedMessage>().FromSql($"select * from parked_messages where id = {id} for update").SingleOrDefaultAsync(ct);
        if (row is null) return Error.NotFound("parked message").ToProblem();
        if (row.State == ParkedState.Discarded) return Error.Conflict("message-discarded", "It was discarded: its content is no longer kept.").ToProblem();
        if (!queues.Has(row.Queue)) return Error.Conflict("queue-gone", "No consumer of this service listens on its queue any more.").ToProblem();
        if (row.State != ParkedState.Parked) return TypedResults.Ok(new Response(id, row.State));
        decision.Take(row, ParkedState.Redriving, null);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, row.State));
    }
}

/// <summary>Who decided what about a parked message and when; kept in the row and in the audit book.</summary>
internal sealed class Decision(Actor actor, AuditBook audit, TimeProvider clock)
{
    public void Take(ParkedMessage message, string state, string? reason)
    {
        message.State = state;
        message.Reason = reason;
        message.DecidedAt = clock.GetUtcNow();
        message.DecidedBy = actor.AccountId;
        audit.Change("parked-message", message.Id);
    }
}
