using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The fields of action of the KI (S-18 to S-20), in the order of the profile.</summary>
internal static class ListFieldsOfAction
{
    public sealed record Item(
        string Key, string Title, string State, string? Description, [property: Description("Actor types with which it is carried out.")] IReadOnlyList<string> Partners,
        [property: Description("Tags of its offers and of needs (S-23).")] IReadOnlyList<FieldTag> Tags,
        [property: Description("What it consists of, in the words of the Kreis, and where it is kept.")] IReadOnlyList<Content> Contents,
        int Position, IReadOnlyList<string> Sources);

    public sealed record After(int Position);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/fields-of-action", Handle)
        .WithName(nameof(ListFieldsOfAction))
        .WithSummary("List the fields of action")
        .WithDescription("CONTINUING or NEW, in the order of the profile.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<After>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var items = await work.Db.FieldsOfAction.AsNoTracking().Where(row => row.Position > from).OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(row.Key, row.Title, row.State, row.Description, row.Partners, row.Tags, row.Contents, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new After(item.Position)));
    }
}
