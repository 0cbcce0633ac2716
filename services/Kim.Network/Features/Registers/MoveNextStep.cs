using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The staff moves a next step on; from then on its state is the staff's and no import takes it back.</summary>
internal static class MoveNextStep
{
    public sealed record Request(
        [property: Required, StringLength(20), Description("OPEN, IN_PROGRESS, DONE or DROPPED.")] string State,
        [property: StringLength(600), Description("Why; needed for DROPPED.")] string? Note = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/next-steps/{key}/state", Handle)
        .WithName(nameof(MoveNextStep))
        .WithSummary("Change the state of a next step")
        .WithDescription("Needs If-Match. A closed step can be opened again; each change stays in its history.")
        .RequireAuthorization(NetworkPolicies.WriteRegisters)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<GetNextStep.Response>, ProblemHttpResult>> Handle(
        string key, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, CancellationToken ct)
    {
        var step = await work.Db.NextSteps.SingleOrDefaultAsync(row => row.Key == key, ct);
        if (step is null) return Error.NotFound("next step").ToProblem();
        if (work.Db.CheckMatch(step, ifMatch) is { } stale) return stale.ToProblem();
        if (!StepState.All.Contains(request.State, StringComparer.Ordinal)) return Error.Invalid("state-unknown", "There is no such state.", "state").ToProblem();
        if (step.Move(request.State, request.Note?.Trim(), work.Today).Error is { } refused) return refused.ToProblem();

        work.Audit.Change("next-step", step.Id);
        await work.SaveAsync(step, ct);
        return TypedResults.Ok(GetNextStep.Response.Of(step));
    }
}
