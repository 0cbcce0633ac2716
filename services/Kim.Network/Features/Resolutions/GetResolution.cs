using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One resolution.</summary>
internal static class GetResolution
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/resolutions/{id:guid}", Handle)
        .WithName(nameof(GetResolution))
        .WithSummary("Get a resolution")
        .WithDescription("A resolution is never changed; a later meeting decides anew.")
        .RequireAuthorization(NetworkPolicies.ReadResolutions)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ResolutionView>, ProblemHttpResult>> Handle(Guid id, NetworkWork work, CancellationToken ct)
    {
        var found = await work.Db.Resolutions.AsNoTracking().Where(row => row.Id == id).Select(ResolutionView.Of).SingleOrDefaultAsync(ct);
        return found is null ? Error.NotFound("resolution").ToProblem() : TypedResults.Ok(found);
    }
}
