using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The KIM modules with the quota of a day (S-39 to S-46). The share outside the KI is an exact fraction (S-42).</summary>
internal static class ListKimModules
{
    public sealed record Item(
        string Key, string Title, IReadOnlyList<string> Synonyms, string Purpose,
        [property: Description("Empty means any organisation.")] IReadOnlyList<string> AllowedEmployers,
        Fraction? MaxOutsideKi, [property: Description("VZÄ on the day; null when none is set.")] decimal? Fte, IReadOnlyList<Quota> Quotas,
        IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/kim-modules", Handle)
        .WithName(nameof(ListKimModules))
        .WithSummary("List the KIM modules")
        .WithDescription("By key, with all quotas and the one valid on asOf (today unless told). The Land calls a module Baustein.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterKey>();
        if (start.Error is { } error) return error.ToProblem();

        var day = asOf ?? work.Today;
        var rows = work.Db.Modules.AsNoTracking();
        if (start.Value.After is { } after) rows = rows.Where(row => string.Compare(row.Key, after.Key) > 0);
        var found = await rows.OrderBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        var items = found.ConvertAll(row => new Item(
            row.Key, row.Title, row.Synonyms, row.Purpose, row.AllowedEmployers, row.MaxOutsideKi,
            row.Quotas.Find(quota => quota.ValidFrom <= day && (quota.ValidUntil is null || day < quota.ValidUntil))?.Fte, row.Quotas, row.Sources));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterKey(item.Key)));
    }
}
