using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Calls off a talk; the moment decides what the pool's cancellation rule costs.</summary>
internal static class CancelInterpreterRequest
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/interpreter-requests/{requestId:guid}/cancellation", Handle)
        .WithName(nameof(CancelInterpreterRequest))
        .WithSummary("Cancel an interpreter request")
        .WithDescription("Possible until the talk took place or the pool refused it.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid requestId, Request? _, CaseWork work, EventBook events, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        var asked = await work.Db.InterpreterRequests.SingleOrDefaultAsync(row => row.Id == requestId && row.CaseId == id, ct);
        if (asked is null) return Error.NotFound("interpreter request").ToProblem();
        if (found.Value.Touch().Error is { } closed) return closed.ToProblem();
        var act = work.Act();
        if (asked.Cancel(act.At).Error is { } refused) return refused.ToProblem();

        events.Add(asked.BookingRef, new InterpreterRequestCancelled { BookingRef = asked.BookingRef, Version = asked.Version, CancelledAt = act.At });
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
