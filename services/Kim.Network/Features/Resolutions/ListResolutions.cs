using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The resolutions, the latest first: what was decided is for everyone who works with cases.</summary>
internal static class ListResolutions
{
    public sealed record Query
    {
        [FromQuery(Name = "committee"), Description("Key of the committee."), StringLength(100)] public string? Committee { get; init; }

        [FromQuery(Name = "decision"), Description("Decision code."), StringLength(30)] public string? Decision { get; init; }
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/resolutions", Handle)
        .WithName(nameof(ListResolutions))
        .WithSummary("List the resolutions")
        .WithDescription("Latest first, of one committee or decision if given.")
        .RequireAuthorization(NetworkPolicies.ReadResolutions);

    private static async Task<Results<Ok<Page<ResolutionView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [AsParameters] Query query, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterDay>();
        if (start.Error is { } error) return error.ToProblem();
        if (query.Decision is { } code && !Decision.All.Contains(code)) return Error.Invalid("decision-unknown", "There is no such decision.", "decision").ToProblem();

        var rows = work.Db.Resolutions.AsNoTracking();
        if (query.Committee is { } committee) rows = rows.Where(row => row.Committee == committee);
        if (query.Decision is { } decision) rows = rows.Where(row => row.Decision == decision);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.AdoptedOn, row.Id), ValueTuple.Create(after.On, after.Id)));
        var items = await rows.OrderByDescending(row => row.AdoptedOn).ThenByDescending(row => row.Id).Take(start.Value.Take + 1)
            .Select(ResolutionView.Of).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterDay(item.AdoptedOn, item.Id)));
    }
}
