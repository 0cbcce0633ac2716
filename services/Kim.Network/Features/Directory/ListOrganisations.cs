using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The organisations of the network by actor type (S-36), with the name that each bore on a day (S-05).</summary>
internal static class ListOrganisations
{
    public sealed record Item(
        string Key, [property: Description("The name on asOf.")] string Name, string? ShortName, IReadOnlyList<string> Aliases, string ActorType, string? Ags, string? Parent,
        [property: Description("Acts with sovereign powers: its data never flow into a case file without a legal basis.")] bool Hoheitlich,
        bool Demo, [property: Description("All names by period; empty where it never changed.")] IReadOnlyList<NamePeriod> Names, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/organisations", Handle)
        .WithName(nameof(ListOrganisations))
        .WithSummary("List the organisations")
        .WithDescription("In the order of today's names, of one actor type if one is given. The name and abbreviation are those of asOf (today unless told).")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Actor type code."), StringLength(50)] string? actorType,
        [Description("The day; today unless told.")] DateOnly? asOf, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterName>();
        if (start.Error is { } error) return error.ToProblem();

        var day = asOf ?? work.Today;
        var rows = work.Db.Organisations.AsNoTracking();
        if (actorType is not null) rows = rows.Where(row => row.ActorType == actorType);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Name, row.Key), ValueTuple.Create(after.Name, after.Key)));
        var found = await rows.OrderBy(row => row.Name).ThenBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        var names = found.ToDictionary(row => row.Key, row => row.Name);
        // The cursor holds today's name: the order does not hang on the day that is shown.
        return TypedResults.Ok(Page.Of(found.ConvertAll(row => ItemOf(row, day)), start.Value.Take, item => new AfterName(names[item.Key], item.Key)));
    }

    private static Item ItemOf(Organisation row, DateOnly day)
    {
        var name = row.Names.Find(period => period.HoldsOn(day)) ?? new NamePeriod(row.Name, row.ShortName, null, null, false, []);
        return new Item(row.Key, name.Name, name.ShortName, row.Aliases, row.ActorType, row.Ags, row.Parent, row.Hoheitlich, row.Demo, row.Names, row.Sources);
    }
}
