using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Ends an open residence period, usually because the next title begins.</summary>
internal static class EndResidencePeriod
{
    public sealed record Request(DateOnly ValidUntil);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/residence-periods/{periodId:guid}/end", Handle)
        .WithName(nameof(EndResidencePeriod))
        .WithSummary("End a residence period")
        .WithDescription("validUntil is the first day after the period. A period that has an end keeps it.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Guid periodId, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.ResidencePeriods), ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.EndResidence(periodId, request.ValidUntil).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
