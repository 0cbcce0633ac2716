using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>One meeting with its agenda and what was decided.</summary>
internal static class GetMeeting
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/meetings/{id:guid}", Handle)
        .WithName(nameof(GetMeeting))
        .WithSummary("Get a meeting")
        .WithDescription("Answers with an ETag that covers the agenda.")
        .RequireAuthorization(NetworkPolicies.ReadMeetings)
        .ProducesProblem(404);

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, NetworkWork work, CancellationToken ct)
    {
        var meeting = await work.Db.Meetings.Include(row => row.Agenda).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (meeting is null) return Error.NotFound("meeting").ToProblem();
        work.Name(meeting);
        return TypedResults.Ok(await MeetingViews.OfAsync(work, meeting, ct));
    }
}
