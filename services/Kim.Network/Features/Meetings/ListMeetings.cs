using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The meetings, the latest first.</summary>
internal static class ListMeetings
{
    public sealed record Item(Guid Id, string Committee, string CommitteeName, DateTimeOffset StartsAt, string Place, string State, int AgendaItems, int Resolutions);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/meetings", Handle)
        .WithName(nameof(ListMeetings))
        .WithSummary("List the meetings")
        .WithDescription("Latest first, of one committee if one is given. PLANNED or HELD.")
        .RequireAuthorization(NetworkPolicies.ReadMeetings);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Key of the committee."), StringLength(100)] string? committee, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterTime>();
        if (start.Error is { } error) return error.ToProblem();

        var rows = work.Db.Meetings.AsNoTracking();
        if (committee is not null) rows = rows.Where(row => row.Committee == committee);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.StartsAt, row.Id), ValueTuple.Create(after.At, after.Id)));
        var items = await rows.OrderByDescending(row => row.StartsAt).ThenByDescending(row => row.Id).Take(start.Value.Take + 1)
            .Select(row => new Item(
                row.Id, row.Committee, row.CommitteeName, row.StartsAt, row.Place, row.State, row.Agenda.Count(), row.Agenda.Count(item => item.ResolutionId != null)))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterTime(item.StartsAt, item.Id)));
    }
}
