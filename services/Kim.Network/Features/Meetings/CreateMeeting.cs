using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The office calls a meeting of a committee.</summary>
internal static class CreateMeeting
{
    public sealed record Request(
        [property: Required, StringLength(100), Description("Key of the committee.")] string Committee,
        DateTimeOffset StartsAt,
        [property: Required, StringLength(200)] string Place);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/meetings", Handle)
        .WithName(nameof(CreateMeeting))
        .WithSummary("Call a meeting")
        .WithDescription("Of an active committee. The agenda is filled afterwards.")
        .RequireAuthorization(NetworkPolicies.WriteMeetings);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Request request, NetworkWork work, CancellationToken ct)
    {
        var committee = await work.Db.Committees.AsNoTracking().SingleOrDefaultAsync(row => row.Key == request.Committee, ct);
        if (committee is null) return Error.Invalid("committee-unknown", "There is no such committee.", "committee").ToProblem();
        if (committee.State != "ACTIVE") return Error.Invalid("committee-not-active", "The committee is only proposed and cannot meet yet.", "committee").ToProblem();
        if (request.StartsAt.Year is < 2000 or > 2100) return Error.Invalid("date-out-of-range", "A meeting lies between 2000 and 2100.", "startsAt").ToProblem();

        var meeting = Meeting.Plan(work.NewId(), (committee.Key, committee.Name), request.StartsAt.ToUniversalTime(), request.Place.Trim());
        work.Db.Add(meeting);
        work.Audit.Change("meeting", meeting.Id);
        await work.SaveAsync(meeting, ct);
        return TypedResults.Created($"/api/v1/network/meetings/{meeting.Id}", new Added(meeting.Id));
    }
}
