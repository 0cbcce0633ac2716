using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One committee with its seat groups and moderators. What its star means is data (legend), because the slides do not say.</summary>
internal static class GetCommittee
{
    public sealed record Moderator(string Key, string Name);

    public sealed record Legend(string Marker, string Label, bool Assumed);

    public sealed record Response(
        string Key, string Name, IReadOnlyList<string> Aliases, string Category, string? Field, string? Parent, bool TakesThemes,
        string Level, bool LevelInferred, Legend? Legend, IReadOnlyList<SeatGroup> SeatGroups, IReadOnlyList<Moderator> Moderators,
        string? Chair, AgeBand? AgeBand, string State, IReadOnlyList<string> Region, string? InstanceOf, int? Instance, string? Mandate,
        string? OpenQuestion, bool Demo, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/committees/{key}", Handle)
        .WithName(nameof(GetCommittee))
        .WithSummary("Get a committee")
        .WithDescription("A seat group with named = false is the 'u. a.' of the slides.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string key, NetworkWork work, CancellationToken ct)
    {
        var found = await work.Db.Committees.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, ct);
        if (found is null) return Error.NotFound("committee").ToProblem();

        var names = await work.Db.Organisations.AsNoTracking().Where(row => found.Moderators.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.Name, ct);
        var legend = await work.Db.LegendMarkers.AsNoTracking().SingleOrDefaultAsync(row => row.Marker == found.LegendMarker, ct);
        return TypedResults.Ok(new Response(
            found.Key, found.Name, found.Aliases, found.Category, found.Field, found.Parent, found.TakesThemes, found.Level, found.LevelInferred,
            legend is null ? null : new Legend(legend.Marker, legend.Label, legend.Assumed), found.SeatGroups,
            [.. found.Moderators.Select(moderator => new Moderator(moderator, names.GetValueOrDefault(moderator, moderator)))],
            found.Chair, found.AgeBand, found.State, found.Region, found.InstanceOf, found.Instance, found.Mandate, found.OpenQuestion, found.Demo, found.Sources));
    }
}
