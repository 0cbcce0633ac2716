using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The themes that enough needs speak of. What is below the threshold is no theme yet and is shown to nobody.</summary>
internal static class ListThemes
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/themes", Handle)
        .WithName(nameof(ListThemes))
        .WithSummary("List the themes")
        .WithDescription("Newest first, in one state if one is given. Counts of the office pass the small-cell rule; coordinators see them as they are.")
        .RequireAuthorization(NetworkPolicies.ReadThemes);

    private static async Task<Results<Ok<Page<ThemeView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("State code.")] string? state, NetworkWork work, Actor actor, CancellationToken ct)
    {
        var start = page.Read<AfterTime>();
        if (start.Error is { } error) return error.ToProblem();
        if (state is not null && !ThemeState.All.Contains(state)) return Error.Invalid("state-unknown", "There is no such state.", "state").ToProblem();

        var rows = work.Db.Themes.AsNoTracking().Where(row => row.State != ThemeState.Gemeldet);
        if (state is not null) rows = rows.Where(row => row.State == state);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.CreatedAt, row.Id), ValueTuple.Create(after.At, after.Id)));
        var themes = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(start.Value.Take + 1).ToListAsync(ct);
        var cut = Page.Of(themes, start.Value.Take, theme => new AfterTime(theme.CreatedAt, theme.Id));
        return TypedResults.Ok(new Page<ThemeView>(await ThemeViews.OfAsync(work, actor, cut.Items, ct), cut.Next));
    }
}
