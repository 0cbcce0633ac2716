using Kim.Contracts.Network;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Network.Features;

/// <summary>A measure is done. Its outcome is what the affected cases read, so it is mandatory and about procedures, never a person.</summary>
internal static class CompleteMeasure
{
    public sealed record Request(
        [property: Description("Not before the start, not in the future.")] DateOnly CompletedOn,
        [property: Required, StringLength(2000), Description("What is different now, in words for case managers.")] string Outcome);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/measures/{id:guid}/completion", Handle)
        .WithName(nameof(CompleteMeasure))
        .WithSummary("Complete a measure")
        .WithDescription("Needs If-Match, and a measure that was started.")
        .RequireAuthorization(NetworkPolicies.WriteMeasures)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, CancellationToken ct)
    {
        var measure = await work.Db.Measures.FindAsync([id], ct);
        if (measure is null) return Error.NotFound("measure").ToProblem();
        if (work.Db.CheckMatch(measure, ifMatch) is { } stale) return stale.ToProblem();
        if (measure.Complete(request.CompletedOn, request.Outcome.Trim(), work.Today).Error is { } refused) return refused.ToProblem();

        work.Events.Add(measure.Id, new MeasureCompleted
        {
            MeasureId = measure.Id,
            Version = measure.Version,
            ResolutionId = measure.ResolutionId,
            ThemeId = measure.ThemeId,
            CompletedOn = request.CompletedOn,
            Outcome = measure.Outcome!,
        });
        work.Audit.Change("measure", id);
        await work.SaveAsync(measure, ct);
        return TypedResults.Ok(MeasureView.Of(measure, work.Today));
    }
}
