using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Plans a further measure for a goal: who does what by when.</summary>
internal static class PlanMeasure
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/goals/{goalId:guid}/measures", Handle)
        .WithName(nameof(PlanMeasure))
        .WithSummary("Plan a measure")
        .WithDescription("May use an offer of the directory; the measure keeps the offer's title when the offer is withdrawn later.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(
        Guid id, Guid goalId, MeasureRequest request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Goals), ct);
        if (found.Error is { } error) return error.ToProblem();
        var plan = await request.ToPlanAsync(work.Db, "offerId", ct);
        if (plan.Error is { } unknown) return unknown.ToProblem();
        var measure = found.Value.PlanMeasure(goalId, plan.Value, work.Act());
        if (measure.Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, measure.Value.Id);
    }
}
