using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Network.Features;

/// <summary>One measure.</summary>
internal static class GetMeasure
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/measures/{id:guid}", Handle)
        .WithName(nameof(GetMeasure))
        .WithSummary("Get a measure")
        .WithDescription("Answers with an ETag.")
        .RequireAuthorization(NetworkPolicies.ReadMeasures)
        .ProducesProblem(404);

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(Guid id, NetworkWork work, CancellationToken ct)
    {
        var measure = await work.Db.Measures.FindAsync([id], ct);
        if (measure is null) return Error.NotFound("measure").ToProblem();
        work.Name(measure);
        return TypedResults.Ok(MeasureView.Of(measure, work.Today));
    }
}
