using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>A coordinator puts a theme off, resumes it, addresses it to the Land, or closes it after the check of its effect (domain.md 3.6).</summary>
internal static class MoveTheme
{
    public sealed record Request([property: Required, Description("State code, one of allowedStates.")] string To);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/themes/{id:guid}/state", Handle)
        .WithName(nameof(MoveTheme))
        .WithSummary("Move a theme on")
        .WithDescription("Needs If-Match. WIRKSAM_GEPRUEFT needs all measures of the theme completed and closes it; new needs then start a new theme.")
        .RequireAuthorization(NetworkPolicies.JudgeThemes)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<ThemeView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, ThemeBook themes, Actor actor, CancellationToken ct)
    {
        var theme = await themes.LockAsync(id, ct);
        if (theme is not { Visible: true }) return Error.NotFound("theme").ToProblem();
        if (work.Db.CheckMatch(theme, ifMatch) is { } stale) return stale.ToProblem();
        if (!ThemeState.All.Contains(request.To)) return Error.Invalid("state-unknown", "There is no such state.", "to").ToProblem();
        if (await GuardAsync(work, theme, request.To, ct) is { } guarded) return guarded.ToProblem();
        if (theme.Go(request.To, ThemeProcedure.ByCoordinator, work.Now).Error is { } refused) return refused.ToProblem();

        await themes.AnnounceAsync(theme, ct);
        work.Audit.Change("theme", id);
        await work.SaveAsync(theme, ct);
        return TypedResults.Ok(await ThemeViews.OfAsync(work, actor, theme, ct));
    }

    private static async Task<Error?> GuardAsync(NetworkWork work, Theme theme, string to, CancellationToken ct)
    {
        var allowed = ThemeProcedure.Next(theme.State, ThemeProcedure.ByCoordinator);
        if (!allowed.Contains(to)) return null;
        if (to == ThemeState.WirksamGeprueft && await work.Db.Measures.AnyAsync(row => row.ThemeId == theme.Id && row.State != MeasureState.Completed, ct))
            return Error.Blocked("MEASURES_COMPLETED", "The effect is checked when all measures are completed.", [.. allowed.Where(state => state != to)]);
        if (to == ThemeState.Gebuendelt && theme.OpenNeeds < await work.Db.ThemeThresholdAsync(ct))
            return Error.Blocked("THRESHOLD_REACHED", "Too few needs are open: the theme comes back with the next ones.", [.. allowed.Where(state => state != to)]);
        return null;
    }
}
