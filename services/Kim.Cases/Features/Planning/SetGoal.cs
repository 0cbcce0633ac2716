using System.ComponentModel.DataAnnotations;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Sets a goal of the Hilfeplan, with its first measure if there is one.</summary>
internal static class SetGoal
{
    public sealed record Request(
        [Required, StringLength(300)] string Title,
        DateOnly DueOn,
        Guid? NeedId = null,
        MeasureRequest? Measure = null);

    public sealed record Response(Guid Id, Guid? MeasureId);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/goals", Handle)
        .WithName(nameof(SetGoal))
        .WithSummary("Set a goal")
        .WithDescription("A goal with a date, for a need if it has one. The first measure may come along and may use an offer of the directory.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Needs), ct);
        if (found.Error is { } error) return error.ToProblem();
        var act = work.Act();
        var goal = found.Value.SetGoal(request.Title, request.NeedId, request.DueOn, act);
        if (goal.Error is { } refused) return refused.ToProblem();

        Guid? measureId = null;
        if (request.Measure is { } first)
        {
            var plan = await first.ToPlanAsync(work.Db, "measure.offerId", ct);
            if (plan.Error is { } unknown) return unknown.ToProblem();
            measureId = found.Value.PlanMeasure(goal.Value.Id, plan.Value, act).Value.Id;
        }

        await work.SaveAsync(found.Value, ct);
        return TypedResults.Created(Added.LocationOf(id), new Response(goal.Value.Id, measureId));
    }
}
