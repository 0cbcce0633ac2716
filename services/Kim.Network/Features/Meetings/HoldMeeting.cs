using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Network.Features;

/// <summary>Records that a meeting took place. What was deliberated without a decision is BERATEN; decisions may still be recorded.</summary>
internal static class HoldMeeting
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/meetings/{id:guid}/holding", Handle)
        .WithName(nameof(HoldMeeting))
        .WithSummary("Record that a meeting was held")
        .WithDescription("Needs If-Match. Closes the agenda; themes on it without a resolution become BERATEN.")
        .RequireAuthorization(NetworkPolicies.WriteMeetings)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, NetworkWork work, ThemeBook themes, CancellationToken ct)
    {
        var meeting = await work.LockMeetingAsync(id, ct);
        if (meeting is null) return Error.NotFound("meeting").ToProblem();
        if (work.Db.CheckMatch(meeting, ifMatch) is { } stale) return stale.ToProblem();
        if (meeting.Hold().Error is { } refused) return refused.ToProblem();

        foreach (var themeId in meeting.Agenda.Where(item => item.ResolutionId is null).Select(item => item.ThemeId).Order())
        {
            if (await themes.LockAsync(themeId, ct) is not { State: ThemeState.Eingebracht } theme) continue;
            theme.Go(ThemeState.Beraten, ThemeProcedure.ByCommittee, work.Now);
            await themes.AnnounceAsync(theme, ct);
        }

        work.Audit.Change("meeting", id);
        await work.SaveAsync(meeting, ct);
        return TypedResults.Ok(await MeetingViews.OfAsync(work, meeting, ct));
    }
}
