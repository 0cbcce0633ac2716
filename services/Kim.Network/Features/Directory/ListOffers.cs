using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The offers of the directory (S-22, S-24), as they stood on a day.</summary>
internal static class ListOffers
{
    public sealed record Item(
        Guid Id, string Key, string Title, string? Description, IReadOnlyList<string> Topics, string? TargetGroup,
        [property: Description("AGS served; empty means the whole Kreis.")] IReadOnlyList<string> Ags,
        [property: Description("ISO 639-3; empty means German.")] IReadOnlyList<string> Languages,
        string Provider, string ProviderName, string FieldOfAction, string? Programme, string? Predecessor, string State,
        DateOnly? ValidFrom, [property: Description("Exclusive.")] DateOnly? ValidUntil, int? Capacity, string? ExternalReference, bool Demo,
        [property: Description("Tags of its field of action (S-23).")] IReadOnlyList<string> Tags, IReadOnlyList<string> Sources);

    public sealed record Query
    {
        [FromQuery(Name = "topic"), Description("Topic code."), StringLength(50)] public string? Topic { get; init; }

        [FromQuery(Name = "ags"), Description("AGS of a municipality; offers for the whole Kreis are found with every AGS."), StringLength(8)] public string? Ags { get; init; }

        [FromQuery(Name = "tag"), Description("Key of a tag of the field of action."), StringLength(60)] public string? Tag { get; init; }

        [FromQuery(Name = "q"), Description("Part of the title."), StringLength(200)] public string? Q { get; init; }

        [FromQuery(Name = "asOf"), Description("The day on which the offers are valid; without it all offers are shown, ended ones too.")] public DateOnly? AsOf { get; init; }
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/offers", Handle)
        .WithName(nameof(ListOffers))
        .WithSummary("List the offers")
        .WithDescription("By title. PLANNED, RUNNING or COMPLETED. With asOf only offers whose validity holds that day.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [AsParameters] Query query, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterName>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Offers.AsNoTracking().Where(row => !row.Removed);
        if (query.Topic is { } topic) rows = rows.Where(row => row.Topics.Contains(topic));
        if (query.Tag is { } tag) rows = rows.Where(row => row.Tags.Contains(tag));
        if (query.Ags is { } ags) rows = rows.Where(row => row.Ags.Count == 0 || row.Ags.Contains(ags));
        if (!string.IsNullOrWhiteSpace(query.Q)) rows = rows.Where(row => row.Title.ToLower().Contains(query.Q.Trim().ToLower()));
        if (query.AsOf is { } day)
            rows = rows.Where(row => (row.ValidFrom == null || row.ValidFrom <= day) && (row.ValidUntil == null || day < row.ValidUntil));
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Title, row.Key), ValueTuple.Create(after.Name, after.Key)));
        var items = await rows.OrderBy(row => row.Title).ThenBy(row => row.Key).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Id, row.Key, row.Title, row.Description, row.Topics, row.TargetGroup, row.Ags, row.Languages, row.Provider, row.ProviderName,
                row.FieldOfAction, row.Programme, row.Predecessor, row.State, row.ValidFrom, row.ValidUntil, row.Capacity, row.ExternalReference, row.Demo, row.Tags, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterName(item.Title, item.Key)));
    }
}
