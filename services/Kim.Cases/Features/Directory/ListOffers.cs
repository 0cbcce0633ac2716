using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Finds offers of the directory for a measure, from this service's own copy: planning works while the network is away.</summary>
internal static class ListOffers
{
    public sealed record Item(
        Guid Id, string Key, string Title, IReadOnlyList<string> Topics, string? TargetGroup, IReadOnlyList<string> Ags,
        IReadOnlyList<string> Languages, string ProviderName, int? Capacity, bool Available);

    public sealed record After(string Title, Guid Id);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/offers", Handle)
        .WithName(nameof(ListOffers))
        .WithSummary("List offers of the directory")
        .WithDescription("Offers that can be planned, by title. An offer without AGS serves the whole Kreis and is found with every AGS.")
        .RequireAuthorization(CasesPolicies.ReadOffers);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page,
        [Description("Topic code."), KnownCode(Vocabularies.Topic)] string? topic,
        [Description("AGS of a municipality."), StringLength(8)] string? ags,
        [Description("Part of the title."), StringLength(200)] string? q,
        CaseWork work, CancellationToken ct)
    {
        var start = page.Read<After>();
        if (start.Error is { } error) return error.ToProblem();

        var offers = work.Db.Offers.AsNoTracking().Where(offer => !offer.Withdrawn);
        if (topic is not null) offers = offers.Where(offer => offer.Topics.Contains(topic));
        if (ags is not null) offers = offers.Where(offer => offer.Ags.Count == 0 || offer.Ags.Contains(ags));
        if (!string.IsNullOrWhiteSpace(q)) offers = offers.Where(offer => offer.Title.ToLower().Contains(q.Trim().ToLower()));
        if (start.Value.After is { } after)
            offers = offers.Where(offer => EF.Functions.GreaterThan(ValueTuple.Create(offer.Title, offer.Id), ValueTuple.Create(after.Title, after.Id)));
        var items = await offers.OrderBy(offer => offer.Title).ThenBy(offer => offer.Id).Take(start.Value.Take + 1)
            .Select(offer => new Item(
                offer.Id, offer.Key, offer.Title, offer.Topics, offer.TargetGroup, offer.Ags, offer.Languages, offer.ProviderName,
                offer.Capacity, !offer.Withdrawn))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new After(item.Title, item.Id)));
    }
}
