using System.ComponentModel.DataAnnotations;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Records a need of the person in a life domain and the Rechtskreis that should answer it.</summary>
internal static class RecordNeed
{
    public sealed record Request(
        [Required, KnownCode(Vocabularies.LifeDomain)] string Domain,
        [Required, KnownCode(Vocabularies.Topic)] string Topic,
        [Required, KnownCode(Vocabularies.Rechtskreis)] string Rechtskreis,
        [Required, StringLength(2000)] string Description);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/needs", Handle)
        .WithName(nameof(RecordNeed))
        .WithSummary("Record a need")
        .WithDescription("A need of the person. What the structure lacks is reported as a structural need.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        var need = found.Value.RecordNeed(request.Domain, request.Topic, request.Rechtskreis, request.Description, work.Act());
        if (need.Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, need.Value.Id);
    }
}
