using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>A meeting of a committee with its agenda.</summary>
internal sealed class Meeting
{
    private readonly List<AgendaItem> _agenda = [];

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key of the committee.</summary>
    public string Committee { get; private set; } = "";

    /// <summary>Name of the committee on the day of the invitation.</summary>
    public string CommitteeName { get; private set; } = "";

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>Where it takes place.</summary>
    public string Place { get; private set; } = "";

    /// <summary>State code.</summary>
    public string State { get; private set; } = MeetingState.Planned;

    /// <summary>Rises with each change of the agenda, so that the meeting's ETag covers it.</summary>
    public int Revision { get; private set; }

    /// <summary>The agenda in its order.</summary>
    public IReadOnlyList<AgendaItem> Agenda => _agenda;

    /// <summary>A meeting to which the office invites.</summary>
    public static Meeting Plan(Guid id, (string Key, string Name) committee, DateTimeOffset startsAt, string place) =>
        new() { Id = id, Committee = committee.Key, CommitteeName = committee.Name, StartsAt = startsAt, Place = place };

    /// <summary>Puts a theme on the agenda.</summary>
    public Result<AgendaItem> Add(Guid itemId, Guid themeId, string title)
    {
        if (State != MeetingState.Planned) return Error.Blocked("MEETING_PLANNED", "The agenda of a meeting that was held is closed.", []);
        if (_agenda.Exists(item => item.ThemeId == themeId)) return Error.Conflict("theme-on-agenda", "The theme is already on this agenda.");
        var item = new AgendaItem(itemId, Id, _agenda.Count + 1, title, themeId);
        _agenda.Add(item);
        Revision++;
        return item;
    }

    /// <summary>Notes the decision on an item. An item is decided once; another meeting may deal with the theme again.</summary>
    public Result Decide(AgendaItem item, Guid resolutionId)
    {
        if (item.ResolutionId is not null) return Error.Blocked("ITEM_UNDECIDED", "The agenda item has a resolution already.", []);
        item.Decide(resolutionId);
        Revision++;
        return Result.Success;
    }

    /// <summary>Records that the meeting took place.</summary>
    public Result Hold()
    {
        if (State != MeetingState.Planned) return Error.Blocked("MEETING_PLANNED", "The meeting was already held.", []);
        State = MeetingState.Held;
        Revision++;
        return Result.Success;
    }
}

/// <summary>An item of an agenda.</summary>
internal sealed class AgendaItem
{
    internal AgendaItem(Guid id, Guid meetingId, int position, string title, Guid themeId) =>
        (Id, MeetingId, Position, Title, ThemeId) = (id, meetingId, position, title, themeId);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>Place on the agenda, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Title as invited.</summary>
    public string Title { get; private set; }

    /// <summary>The theme that is dealt with.</summary>
    public Guid ThemeId { get; private set; }

    /// <summary>What was decided; null before.</summary>
    public Guid? ResolutionId { get; private set; }

    internal void Decide(Guid resolutionId) => ResolutionId = resolutionId;
}
