using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// Takes a case to another phase when the guard holds (domain.md 3.1). Closing calls off the talks that have not taken place; a case
/// recorded by mistake takes its structural needs back, so that they do not count in a theme, and its referral.
/// </summary>
internal static class ChangePhase
{
    public sealed record Request(
        [Required, KnownCode(Vocabularies.Phase)] string To,
        [KnownCode(Vocabularies.ClosureReason)] string? ClosureReason = null,
        [StringLength(2000)] string? Note = null);

    public sealed record Response(string Phase, IReadOnlyList<string> AllowedPhases);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/phase", Handle)
        .WithName(nameof(ChangePhase))
        .WithSummary("Take the case to another phase")
        .WithDescription("Needs If-Match. Refused with 409, the guard that failed and the steps allowed now. Closing needs a closure reason.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CaseWork work, EventBook events, ReferralBook referrals, TalkBook talks, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, Guarded, ct);
        if (found.Error is { } error) return error.ToProblem();

        var act = work.Act();
        if (found.Value.MoveTo(new PhaseStep(request.To, request.ClosureReason, request.Note), act).Error is { } refused) return refused.ToProblem();
        if (request.To == Phases.Abgeschlossen) await talks.CallOffAsync(id, act, ct);
        if (found.Value.ClosureReason == ClosureReasons.Fehlerfassung)
        {
            await WithdrawNeedsAsync(id, work, events, act, ct);
            await referrals.EndByCaseAsync(id, act.At, ct);
        }

        await work.SaveAsync(found.Value, ct);
        return TypedResults.Ok(new Response(found.Value.Phase, found.Value.AllowedPhases(act.Day)));
    }

    private static IQueryable<Case> Guarded(IQueryable<Case> cases) => cases
        .Include(found => found.Consents).Include(found => found.Ratings).Include(found => found.Goals).ThenInclude(goal => goal.Measures);

    private static async Task WithdrawNeedsAsync(Guid caseId, CaseWork work, EventBook events, Act act, CancellationToken ct)
    {
        var needs = await work.Db.StructuralNeeds.Where(need => need.CaseId == caseId && need.State == StructuralNeed.Open).ToListAsync(ct);
        foreach (var need in needs.Where(need => need.Withdraw(act).Ok))
            events.Add(need.Id, new StructuralNeedWithdrawn { NeedId = need.Id, Version = need.Version });
    }
}
