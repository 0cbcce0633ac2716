using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>Conferences and external evaluations with day and link (S-04, S-50).</summary>
internal static class ListConferences
{
    public sealed record Item(
        string Key, string Kind, string Title, string? Subject, DateOnly? HeldOn, [property: Description("Keys of organisations.")] IReadOnlyList<string> Organisations,
        [property: Field(FieldClass.Personal)] IReadOnlyList<Speaker> Speakers,
        [property: Description("Word by word."), Field(FieldClass.Personal)] IReadOnlyList<string> Quotes, string? Url, string? Note, int Position,
        IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/conferences", Handle)
        .WithName(nameof(ListConferences))
        .WithSummary("List the conferences and evaluations")
        .WithDescription("CONFERENCE or EVALUATION, in the order of the profile. The link is null while nobody has entered one.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.Conferences.AsNoTracking().Where(row => row.Position > from);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Kind, row.Title, row.Subject, row.HeldOn, row.Organisations, row.Speakers, row.Quotes, row.Url, row.Note, row.Position,
                row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
