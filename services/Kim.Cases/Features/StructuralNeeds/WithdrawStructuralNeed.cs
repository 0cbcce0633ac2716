using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Takes a structural need back: it no longer counts in its theme.</summary>
internal static class WithdrawStructuralNeed
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/structural-needs/{needId:guid}/withdrawal", Handle)
        .WithName(nameof(WithdrawStructuralNeed))
        .WithSummary("Withdraw a structural need")
        .WithDescription("Afterwards the same topic may be reported anew.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid needId, Request? _, CaseWork work, EventBook events, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        var need = await work.Db.StructuralNeeds.SingleOrDefaultAsync(row => row.Id == needId && row.CaseId == id, ct);
        if (need is null) return Error.NotFound("structural need").ToProblem();
        if (found.Value.Touch().Error is { } closed) return closed.ToProblem();
        if (need.Withdraw(work.Act()).Error is { } refused) return refused.ToProblem();

        events.Add(need.Id, new StructuralNeedWithdrawn { NeedId = need.Id, Version = need.Version });
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
