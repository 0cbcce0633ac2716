using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Network.Features;

/// <summary>A coordinator names the theme and judges who can change it; the routing rule then proposes anew (domain.md 3.6.4).</summary>
internal static class JudgeTheme
{
    public sealed record Request(
        [property: Required, Description("AGENCY, REGION, AGE_BAND, KREIS or LAND_BUND.")] string Influence,
        [property: StringLength(200, MinimumLength = 1), Description("About structure, never about a person; unchanged when missing.")] string? Title = null,
        [property: StringLength(8), Description("AGS of a municipality of the region, for REGION; without it all regions.")] string? Region = null,
        [property: Description("0-6, 6-18 or 18-27, for AGE_BAND.")] string? AgeBand = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/themes/{id:guid}", Handle)
        .WithName(nameof(JudgeTheme))
        .WithSummary("Name and judge a theme")
        .WithDescription("Needs If-Match. Answers with the committee that the routing rule now proposes.")
        .RequireAuthorization(NetworkPolicies.JudgeThemes)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<ThemeView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, ThemeBook themes, Actor actor, CancellationToken ct)
    {
        var theme = await themes.LockAsync(id, ct);
        if (theme is not { Visible: true }) return Error.NotFound("theme").ToProblem();
        if (work.Db.CheckMatch(theme, ifMatch) is { } stale) return stale.ToProblem();
        if (request.Region is { } ags && await work.UnknownAgsAsync([ags], ct) is not null)
            return Error.Invalid("ags-unknown", "There is no such municipality.", "region").ToProblem();
        if (theme.Judge(request.Title, new ThemeReach(request.Influence, request.Region, request.AgeBand), work.Now).Error is { } refused)
            return refused.ToProblem();

        await themes.RouteAsync(theme, ct);
        await themes.AnnounceAsync(theme, ct);
        work.Audit.Change("theme", id);
        await work.SaveAsync(theme, ct);
        return TypedResults.Ok(await ThemeViews.OfAsync(work, actor, theme, ct));
    }
}
