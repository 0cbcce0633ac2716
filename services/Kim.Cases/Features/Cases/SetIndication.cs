using System.ComponentModel.DataAnnotations;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Records why Case Management is indicated: two criteria, or a reason why without them (domain.md 3.1).</summary>
internal static class SetIndication
{
    public sealed record Request(
        [MaxLength(6), KnownCode(Vocabularies.IndicationCriterion)] IReadOnlyList<string> Criteria,
        [StringLength(2000, MinimumLength = 10)] string? OverrideReason = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/cases/{id:guid}/indication", Handle)
        .WithName(nameof(SetIndication))
        .WithSummary("Record the indication")
        .WithDescription("Replaces the criteria and the reasoned override. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.Indicate(request.Criteria, request.OverrideReason).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
