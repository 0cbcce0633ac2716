using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The guiding idea, mandate, purposes, goal, method and duty (S-02, S-16, S-33 to S-38, S-45).</summary>
internal static class ListTexts
{
    public sealed record Item(
        string Key, string Kind, [property: Description("Mandate area: BILDUNG, TEILHABE or INTEGRATION.")] string? Area, string Text, string? Programme,
        [property: Description("Actor types that it names.")] IReadOnlyList<string> ActorTypes, string? Note, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/texts", Handle)
        .WithName(nameof(ListTexts))
        .WithSummary("List the guiding texts")
        .WithDescription("GUIDING_IDEA, MANDATE, PURPOSE, GOAL, METHOD or DUTY, in the order of the profile; of one kind if one is given.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Kind code."), StringLength(30)] string? kind, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.Texts.AsNoTracking().Where(row => row.Position > from);
        if (kind is not null) rows = rows.Where(row => row.Kind == kind);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Kind, row.Area, row.Text, row.Programme, row.ActorTypes, row.Note, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
