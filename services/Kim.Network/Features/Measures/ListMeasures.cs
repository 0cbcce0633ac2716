using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The measures by due date: what is next, and what is late.</summary>
internal static class ListMeasures
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/measures", Handle)
        .WithName(nameof(ListMeasures))
        .WithSummary("List the measures")
        .WithDescription("By due date, in one state if one is given: DECIDED, STARTED or COMPLETED.")
        .RequireAuthorization(NetworkPolicies.ReadMeasures);

    private static async Task<Results<Ok<Page<MeasureView>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("State code.")] string? state, NetworkWork work, CancellationToken ct)
    {
        var start = page.Read<AfterDay>();
        if (start.Error is { } error) return error.ToProblem();
        if (state is not null && !MeasureState.All.Contains(state)) return Error.Invalid("state-unknown", "There is no such state.", "state").ToProblem();

        var rows = work.Db.Measures.AsNoTracking();
        if (state is not null) rows = rows.Where(row => row.State == state);
        if (start.Value.After is { } after)
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.DueOn, row.Id), ValueTuple.Create(after.On, after.Id)));
        var found = await rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(start.Value.Take + 1).ToListAsync(ct);
        var items = found.ConvertAll(row => MeasureView.Of(row, work.Today));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new AfterDay(item.DueOn, item.Id)));
    }
}
