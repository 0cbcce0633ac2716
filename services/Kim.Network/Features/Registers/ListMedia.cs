using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>Films, pictures, catalogues and pages (S-03, S-06, S-52, D-17).</summary>
internal static class ListMedia
{
    public sealed record Item(
        string Key, string Kind, string Title, string? Description, [property: Description("Key of the programme on whose page it belongs.")] string? Programme,
        string? Organisation, string? Url, string? Note, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/media", Handle)
        .WithName(nameof(ListMedia))
        .WithSummary("List films, pictures, catalogues and pages")
        .WithDescription("FILM, IMAGE, CATALOGUE or HOMEPAGE, in the order of the profile; of one kind if one is given. The link is null while nobody has entered one.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Kind code."), StringLength(30)] string? kind, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.Media.AsNoTracking().Where(row => row.Position > from);
        if (kind is not null) rows = rows.Where(row => row.Kind == kind);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Kind, row.Title, row.Description, row.Programme, row.Organisation, row.Url, row.Note, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
