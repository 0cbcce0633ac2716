namespace Kim.Portal.Api;

public sealed record Municipality
{
    public string Ags { get; init; } = "";

    public string Name { get; init; } = "";
}

public sealed record Organisation
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";
}

public sealed record Committee
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";
}

public sealed record ProposedCommittee
{
    public string? Key { get; init; }

    public string? Name { get; init; }

    public string? Rule { get; init; }
}

public sealed record Theme
{
    public Guid Id { get; init; }

    public string? Topic { get; init; }

    public string? Title { get; init; }

    public string State { get; init; } = "";

    public Count Needs { get; init; }

    public IReadOnlyList<AgsCount> ByAgs { get; init; } = [];

    public IReadOnlyList<RechtskreisCount> ByRechtskreis { get; init; } = [];

    public string? Rechtskreis { get; init; }

    public string? Influence { get; init; }

    public string? Region { get; init; }

    public string? AgeBand { get; init; }

    public ProposedCommittee? ProposedCommittee { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}

public sealed record AgsCount
{
    public string Ags { get; init; } = "";

    public Count Needs { get; init; }
}

public sealed record RechtskreisCount
{
    public string Rechtskreis { get; init; } = "";

    public Count Needs { get; init; }
}

public sealed record Meeting
{
    public Guid Id { get; init; }

    public string? Committee { get; init; }

    public string? CommitteeName { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public string? Place { get; init; }

    public string? State { get; init; }

    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];
}

public sealed record AgendaItem
{
    public Guid Id { get; init; }

    public int Position { get; init; }

    public string? Title { get; init; }

    public Guid? ThemeId { get; init; }

    public AgendaResolution? Resolution { get; init; }
}

public sealed record AgendaResolution
{
    public Guid Id { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Decision { get; init; }

    public Guid? MeasureId { get; init; }
}

public sealed record NetworkMeasure
{
    public Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Owner { get; init; }

    public string? OwnerName { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? State { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public string? Outcome { get; init; }

    public string? ResolutionNumber { get; init; }
}
