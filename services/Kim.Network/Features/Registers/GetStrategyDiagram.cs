using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The strategy picture: levels, boxes and what its stars mean, as far as known (D-1 to D-17).</summary>
internal static class GetStrategyDiagram
{
    public sealed record Level(string Key, string Label);

    public sealed record Legend(string Marker, string Label, [property: Description("The slides do not say it.")] bool Assumed);

    public sealed record Box(
        string Key, string Title, string Content, [property: Description("STRATEGIC, BETWEEN, SPANS, CASE or NONE.")] string Level,
        [property: Description("A reading of the picture, not in its text.")] bool LevelInferred, string? LegendMarker,
        IReadOnlyList<string> Committees, IReadOnlyList<string> Organisations, IReadOnlyList<string> Positions, string? Programme, string? Media,
        [property: Description("NONE, PARTLY or ALL of it acts with public authority.")] string? Hoheitlich, IReadOnlyList<string> Sources);

    public sealed record Response(IReadOnlyList<Level> Levels, IReadOnlyList<Legend> Legend, IReadOnlyList<Box> Boxes);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/strategy-diagram", Handle)
        .WithName(nameof(GetStrategyDiagram))
        .WithSummary("Get the strategy picture")
        .WithDescription("One document: the boxes in the order of the picture with keys of committees, organisations, positions, programme and media.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Ok<Response>> Handle(NetworkWork work, CancellationToken ct) => TypedResults.Ok(new Response(
        await work.Db.DiagramLevels.AsNoTracking().OrderByDescending(row => row.Key).Select(row => new Level(row.Key, row.Label)).ToListAsync(ct),
        await work.Db.LegendMarkers.AsNoTracking().OrderBy(row => row.Marker).Select(row => new Legend(row.Marker, row.Label, row.Assumed)).ToListAsync(ct),
        await work.Db.DiagramBoxes.AsNoTracking().OrderBy(row => row.Position)
            .Select(row => new Box(
                row.Key, row.Title, row.Content, row.Level, row.LevelInferred, row.LegendMarker, row.Committees, row.Organisations, row.Positions,
                row.Programme, row.Media, row.Hoheitlich, row.Sources))
            .ToListAsync(ct)));
}
