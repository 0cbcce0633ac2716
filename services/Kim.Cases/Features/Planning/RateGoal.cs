using System.ComponentModel.DataAnnotations;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Rates how far a goal was reached (Zielerreichung 0 to 4): a case is not closed with unrated goals.</summary>
internal static class RateGoal
{
    public sealed record Request([Range(0, 4)] int Score);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/cases/{id:guid}/goals/{goalId:guid}/attainment", Handle)
        .WithName(nameof(RateGoal))
        .WithSummary("Rate a goal")
        .WithDescription("0 not reached to 4 fully reached. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Guid goalId, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, cases => cases.Include(row => row.Goals), ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.RateGoal(goalId, request.Score, work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
