using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One statement of the consultation log.</summary>
internal static class GetConsultation
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/consultations/{id:guid}", Handle)
        .WithName(nameof(GetConsultation))
        .WithSummary("Get a statement of the consultation log")
        .WithDescription("By the id that the list or the record names.")
        .RequireAuthorization(NetworkPolicies.ReadConsultations)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ConsultationView>, ProblemHttpResult>> Handle(Guid id, NetworkWork work, CancellationToken ct)
    {
        var found = await work.Db.Consultations.AsNoTracking().Where(row => row.Id == id).Select(ConsultationView.Of).SingleOrDefaultAsync(ct);
        if (found is null) return Error.NotFound("statement").ToProblem();
        work.Audit.Read("consultation", id);
        return TypedResults.Ok(found);
    }
}
