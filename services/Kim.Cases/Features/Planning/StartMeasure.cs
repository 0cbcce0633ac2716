using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Records that a measure has begun: the first one opens the way to monitoring (domain.md 3.1).</summary>
internal static class StartMeasure
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/measures/{measureId:guid}/start", Handle)
        .WithName(nameof(StartMeasure))
        .WithSummary("Start a measure")
        .WithDescription("A second start changes nothing.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Guid measureId, Request? _, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Goals).ThenInclude(goal => goal.Measures), ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.StartMeasure(measureId, work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
