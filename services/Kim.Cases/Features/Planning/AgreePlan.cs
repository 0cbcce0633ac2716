using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Records that the person agreed to the plan: nothing is arranged over the head of the person (domain.md 3.1).</summary>
internal static class AgreePlan
{
    public sealed record Request(DateOnly AgreedOn);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/cases/{id:guid}/plan-agreement", Handle)
        .WithName(nameof(AgreePlan))
        .WithSummary("Record the agreement to the plan")
        .WithDescription("Holds for the current version of the plan; a return from MONITORING asks for a new one. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.AgreePlan(request.AgreedOn, work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
