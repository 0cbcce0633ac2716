using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The programmes with their Bausteine, carriers and periods (S-25 to S-32, S-39 to S-44, A-2, A-4, A-5).</summary>
internal static class ListProgrammes
{
    public sealed record Item(
        string Key, string Title, string? Funder, string? TargetGroup, int? AgeFrom, int? AgeUntil,
        [property: Description("Residence status codes of the target group; empty means any.")] IReadOnlyList<string> Statuses,
        DateOnly? ValidFrom, [property: Description("Exclusive.")] DateOnly? ValidUntil, [property: Description("BEFRISTET or VERSTETIGT.")] string? Permanence,
        string? Forerunner, IReadOnlyList<CaseRole> Roles, [property: Description("Versions of the Verwendungszeitraum, oldest first.")] IReadOnlyList<UsePeriod> UsagePeriods,
        IReadOnlyList<ProgrammePart> Components, string? Note, int Position, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/programmes", Handle)
        .WithName(nameof(ListProgrammes))
        .WithSummary("List the programmes")
        .WithDescription("In the order of the profile, each with all Bausteine: one without an offer says NO_OFFER. With asOf only programmes that run that day; Bausteine keep their own ends.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day on which it holds; without it all are shown.")] DateOnly? asOf, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.Programmes.AsNoTracking().Where(row => row.Position > from);
        if (asOf is { } day) rows = rows.Where(row => (row.ValidFrom == null || row.ValidFrom <= day) && (row.ValidUntil == null || day < row.ValidUntil));
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Key, row.Title, row.Funder, row.TargetGroup, row.AgeFrom, row.AgeUntil, row.Statuses, row.ValidFrom, row.ValidUntil, row.Permanence,
                row.Forerunner, row.Roles, row.UsagePeriods, row.Components, row.Note, row.Position, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
