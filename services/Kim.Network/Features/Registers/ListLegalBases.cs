using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The Acts behind the funding, limited or permanent (S-15, S-17).</summary>
internal static class ListLegalBases
{
    public sealed record Item(
        string Key, string Title, string? Short, DateOnly? AdoptedOn, DateOnly? ValidFrom, [property: Description("Exclusive.")] DateOnly? ValidUntil,
        string? Successor, IReadOnlyList<FundedSubject> Fundings, string? Note, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/legal-bases", Handle)
        .WithName(nameof(ListLegalBases))
        .WithSummary("List the Acts and what they fund")
        .WithDescription("In the order of the profile, each with what it funds: BEFRISTET or VERSTETIGT. With asOf only what is in force that day.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day on which it holds; without it all are shown.")] DateOnly? asOf, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.LegalBases.AsNoTracking().Where(row => row.Position > from);
        if (asOf is { } day) rows = rows.Where(row => (row.ValidFrom == null || row.ValidFrom <= day) && (row.ValidUntil == null || day < row.ValidUntil));
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Title, row.Short, row.AdoptedOn, row.ValidFrom, row.ValidUntil, row.Successor, row.Fundings, row.Note, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
