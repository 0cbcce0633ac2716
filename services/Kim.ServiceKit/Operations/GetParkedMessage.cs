using System.Text.Json.Nodes;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Operations;

/// <summary>Shows one parked message: cause, age, and which members its body has, without their values.</summary>
internal static class GetParkedMessage
{
    /// <summary>The message; <c>Body</c> is null when it is no JSON object or is no longer kept.</summary>
    public sealed record Response(
        ParkedItem Message, int BodyBytes, JsonNode? Body, string? TraceParent, DateTimeOffset? DecidedAt, Guid? DecidedBy, string? Reason);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/ops/parked-messages/{id:guid}", Handle)
        .WithName(nameof(GetParkedMessage))
        .WithSummary("Get a parked message")
        .WithDescription("Cause, age and the names of the body's members; every value is masked, and so is a name that the contract does not know.")
        .RequireAuthorization(OpsPolicies.ReadMessages)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, KimDbContext db, AuditBook audit, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.Set<ParkedMessage>().AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, ct);
        if (row is null) return Error.NotFound("parked message").ToProblem();
        audit.Read("parked-message", id);
        return TypedResults.Ok(new Response(
            ItemOf(row).At(clock.GetUtcNow()), row.BodyBytes, MaskedBody.Of(row.Body, row.Type), row.TraceParent, row.DecidedAt, row.DecidedBy, row.Reason));
    }

    private static readonly Func<ParkedMessage, ParkedItem> ItemOf = ParkedItem.OfRow.Compile();
}
