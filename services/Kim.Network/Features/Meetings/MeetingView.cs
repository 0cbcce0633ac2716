using Kim.Network.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>A meeting with its agenda.</summary>
public sealed record MeetingView(
    Guid Id, string Committee, string CommitteeName, DateTimeOffset StartsAt, string Place, string State, IReadOnlyList<AgendaItemView> Agenda);

/// <summary>An item of an agenda.</summary>
public sealed record AgendaItemView(
    Guid Id, int Position, string Title, Guid ThemeId, [property: Description("Null before the decision.")] AgendaResolution? Resolution);

/// <summary>What was decided on an item.</summary>
public sealed record AgendaResolution(Guid Id, string Number, string Decision, string Title, Guid? MeasureId);

/// <summary>Makes the views of meetings.</summary>
internal static class MeetingViews
{
    public static async Task<MeetingView> OfAsync(NetworkWork work, Meeting meeting, CancellationToken ct)
    {
        var resolutions = await work.Db.Resolutions.AsNoTracking().Where(row => row.MeetingId == meeting.Id)
            .Select(row => new AgendaResolution(row.Id, row.Number, row.Decision, row.Title, row.MeasureId)).ToDictionaryAsync(row => row.Id, ct);
        return new MeetingView(
            meeting.Id, meeting.Committee, meeting.CommitteeName, meeting.StartsAt, meeting.Place, meeting.State,
            [.. meeting.Agenda.OrderBy(item => item.Position).Select(item => new AgendaItemView(
                item.Id, item.Position, item.Title, item.ThemeId, item.ResolutionId is { } decided ? resolutions.GetValueOrDefault(decided) : null))]);
    }

    /// <summary>The meeting with its agenda, locked: two items at once would take the same place on it.</summary>
    public static async Task<Meeting?> LockMeetingAsync(this NetworkWork work, Guid id, CancellationToken ct)
    {
        var meeting = (await work.Db.Meetings.FromSql($"select *, xmin from meetings where id = {id} for update").ToListAsync(ct)).SingleOrDefault();
        if (meeting is not null) await work.Db.Entry(meeting).Collection(row => row.Agenda).LoadAsync(ct);
        return meeting;
    }
}
