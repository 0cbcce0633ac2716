using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One theme, with the committee that the routing rule proposes and why.</summary>
internal static class GetTheme
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/themes/{id:guid}", Handle)
        .WithName(nameof(GetTheme))
        .WithSummary("Get a theme")
        .WithDescription("Answers with an ETag. Counts of the office pass the small-cell rule; coordinators see them as they are.")
        .RequireAuthorization(NetworkPolicies.ReadThemes)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ThemeView>, ProblemHttpResult>> Handle(Guid id, NetworkWork work, Actor actor, CancellationToken ct)
    {
        var theme = await work.Db.Themes.SingleOrDefaultAsync(row => row.Id == id && row.State != ThemeState.Gemeldet, ct);
        if (theme is null) return Error.NotFound("theme").ToProblem();
        work.Name(theme);
        return TypedResults.Ok(await ThemeViews.OfAsync(work, actor, theme, ct));
    }
}
