using Kim.ServiceDefaults;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The next steps with their state (S-64 to S-67).</summary>
internal static class ListNextSteps
{
    public sealed record Item(
        Guid Id, string Key, string Title, string Kind, string State, [property: Description("Day of the last change by the staff.")] DateOnly? ChangedOn,
        DateOnly? DueOn, string? Committee, string? OpenQuestion, [property: Field(FieldClass.Personal)] string? Answer,
        [property: Field(FieldClass.Personal)] string? Note, int Position, bool Demo, IReadOnlyList<string> Sources);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/next-steps", Handle)
        .WithName(nameof(ListNextSteps))
        .WithSummary("List the next steps")
        .WithDescription("OPEN, IN_PROGRESS, DONE or DROPPED, in the order of the profile; in one state if one is given.")
        .RequireAuthorization(NetworkPolicies.ReadDirectory);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("State code."), StringLength(20)] string? state, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterPosition>();
        if (start.Error is { } error) return error.ToProblem();

        var from = start.Value.After?.Position ?? 0;
        var rows = work.Db.NextSteps.AsNoTracking().Where(row => row.Position > from);
        if (state is not null) rows = rows.Where(row => row.State == state);
        var items = await rows.OrderBy(row => row.Position).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Id, row.Key, row.Title, row.Kind, row.State, row.ChangedOn, row.DueOn, row.Committee, row.OpenQuestion, row.Answer, row.Note,
                row.Position, row.Demo, row.Sources))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterPosition(item.Position)));
    }
}
