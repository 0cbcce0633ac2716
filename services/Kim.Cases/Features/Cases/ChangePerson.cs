using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Corrects what the case states about the person (Art. 16 DSGVO).</summary>
internal static class ChangePerson
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/cases/{id:guid}/person", Handle)
        .WithName(nameof(ChangePerson))
        .WithSummary("Correct the person")
        .WithDescription("Replaces names, birth date, sex and languages. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, PersonRequest request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        if (found.Value.ChangePerson(request.ToPerson(), work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
