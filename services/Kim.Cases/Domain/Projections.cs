namespace Kim.Cases.Domain;

/// <summary>An offer of the network's directory, kept from its events; the newest version wins.</summary>
public sealed class Offer
{
    public Guid Id { get; init; }

    public long Version { get; init; }

    public bool Withdrawn { get; init; }

    public string Key { get; init; } = "";

    public string Title { get; init; } = "";

    public List<string> Topics { get; init; } = [];

    public string? TargetGroup { get; init; }

    public List<string> Ags { get; init; } = [];

    public List<string> Languages { get; init; } = [];

    public string Provider { get; init; } = "";

    public string ProviderName { get; init; } = "";

    public int? Capacity { get; init; }
}

/// <summary>A theme of the network that bundles structural needs.</summary>
public sealed class Theme
{
    public Guid Id { get; init; }

    public long Version { get; init; }

    public string Title { get; init; } = "";

    public string State { get; init; } = "";
}

/// <summary>
/// That a theme held a need, and in which of its versions last: current while it equals the theme's version. Links are only
/// added, so that events in any order end in the same set.
/// </summary>
public sealed class ThemeNeed
{
    public Guid ThemeId { get; init; }

    public Guid NeedId { get; init; }

    public long LastVersion { get; init; }
}

/// <summary>A resolution on a theme.</summary>
public sealed class Decision
{
    public Guid ResolutionId { get; init; }

    public long Version { get; init; }

    public Guid ThemeId { get; init; }

    public List<Guid> NeedIds { get; init; } = [];

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string CommitteeName { get; init; } = "";

    public DateOnly AdoptedOn { get; init; }

    public Guid MeasureId { get; init; }

    public string MeasureTitle { get; init; } = "";

    public string MeasureOwnerName { get; init; } = "";

    public DateOnly DueOn { get; init; }

    /// <summary>Trace of the adopting request, which ran on to the consumer that stored this.</summary>
    public string? TraceId { get; init; }
}

/// <summary>How far a measure of the network is, whichever of its events came first.</summary>
public sealed class MeasureProgress
{
    public Guid MeasureId { get; init; }

    public Guid ResolutionId { get; init; }

    public long? StartedVersion { get; init; }

    public DateOnly? StartedOn { get; init; }

    public long? CompletedVersion { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public string? Outcome { get; init; }
}

/// <summary>
/// Something the responsible case manager should see. Once per case, subject (resolution or booking) and kind, whatever the order
/// and repetition of the events; it follows the case when the case is reassigned.
/// </summary>
public sealed class Notice
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid SubjectId { get; init; }

    public string Kind { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void MarkRead(DateTimeOffset at) => ReadAt ??= at;
}

/// <summary>A municipality of the profile.</summary>
public sealed class Municipality
{
    /// <summary>Amtlicher Gemeindeschlüssel: text, with its leading zero.</summary>
    public string Ags { get; init; } = "";

    public string Name { get; init; } = "";
}
