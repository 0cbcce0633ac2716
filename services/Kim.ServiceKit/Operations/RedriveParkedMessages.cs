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

/// <summary>Sends the parked messages of one type back to their queue: a mended fault may have parked thousands.</summary>
internal static class RedriveParkedMessages
{
    private const int AtOnce = 200;

    /// <summary>Which ones.</summary>
    /// <param name="Type">Wire name of the event.</param>
    public sealed record Request(string Type);

    /// <summary>What was decided.</summary>
    /// <param name="Redriven">How many of them, at most 200.</param>
    /// <param name="More">Whether others wait: ask again with another key.</param>
    public sealed record Response(int Redriven, bool More);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/ops/parked-messages/redrive", Handle)
        .WithName(nameof(RedriveParkedMessages))
        .WithSummary("Re-drive the parked messages of one type")
        .WithDescription("The oldest 200; ask again while 'more' is true.")
        .RequireAuthorization(OpsPolicies.DecideMessages);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, KimDbContext db, QueueBook queues, Decision decision, CancellationToken ct)
    {
        var here = queues.All.Where(entry => entry.Value == request.Type).Select(entry => entry.Key).ToArray();
        if (here.Length == 0) return Error.Invalid("type-unknown", "No consumer of this service listens to this event.", "type").ToProblem();
        var rows = await db.Set<ParkedMessage>().FromSql(
            $"select * from parked_messages where state = 'PARKED' and queue = any({here}) order by id limit {AtOnce + 1} for update skip locked").ToListAsync(ct);
        foreach (var row in rows.Take(AtOnce)) decision.Take(row, ParkedState.Redriving, null);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(Math.Min(rows.Count, AtOnce), rows.Count > AtOnce));
    }
}
