using Kim.Contracts.Network;
using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Network.Features;

/// <summary>Work on a measure begins; its theme is IN_UMSETZUNG.</summary>
internal static class StartMeasure
{
    public sealed record Request([property: Description("Not before the resolution, not in the future.")] DateOnly StartedOn);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/measures/{id:guid}/start", Handle)
        .WithName(nameof(StartMeasure))
        .WithSummary("Start a measure")
        .WithDescription("Needs If-Match.")
        .RequireAuthorization(NetworkPolicies.WriteMeasures)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, ThemeBook themes, CancellationToken ct)
    {
        var measure = await work.Db.Measures.FindAsync([id], ct);
        if (measure is null) return Error.NotFound("measure").ToProblem();
        if (work.Db.CheckMatch(measure, ifMatch) is { } stale) return stale.ToProblem();
        if (measure.Start(request.StartedOn, work.Today).Error is { } refused) return refused.ToProblem();

        // A theme that was addressed to the Land meanwhile stays there: the measure goes on beside it.
        if (await themes.LockAsync(measure.ThemeId, ct) is { State: ThemeState.Beschlossen } theme)
        {
            theme.Go(ThemeState.InUmsetzung, ThemeProcedure.ByMeasure, work.Now);
            await themes.AnnounceAsync(theme, ct);
        }

        work.Events.Add(measure.Id, new MeasureStarted
        {
            MeasureId = measure.Id,
            Version = measure.Version,
            ResolutionId = measure.ResolutionId,
            ThemeId = measure.ThemeId,
            StartedOn = request.StartedOn,
        });
        work.Audit.Change("measure", id);
        await work.SaveAsync(measure, ct);
        return TypedResults.Ok(MeasureView.Of(measure, work.Today));
    }
}
