using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>
/// A theme (generatives Thema): the open needs of one topic. It exists from the first need on, but is shown only from the threshold
/// on: which of the two is a function of the set of needs alone, so the order in which events arrive does not matter.
/// </summary>
internal sealed class Theme
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Topic code; at most one theme of a topic is not closed.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Title, about structure only.</summary>
    public string Title { get; private set; } = "";

    /// <summary>State code.</summary>
    public string State { get; private set; } = ThemeState.Gemeldet;

    /// <summary>Rises by one with each change that others are told.</summary>
    public long Version { get; private set; }

    /// <summary>The most frequent Rechtskreis of the open needs; of the withdrawn ones when none is open.</summary>
    public string Rechtskreis { get; private set; } = Domain.Rechtskreis.None;

    /// <summary>Who can change it.</summary>
    public string Influence { get; private set; } = Domain.Influence.Agency;

    /// <summary>AGS that stands for the region, where the influence is one.</summary>
    public string? Region { get; private set; }

    /// <summary>Age band, where the influence is one.</summary>
    public string? AgeBand { get; private set; }

    /// <summary>Key of the committee that the routing rule proposes; null when the profile has none for it.</summary>
    public string? ProposedCommittee { get; private set; }

    /// <summary>Code of the rule that proposed it.</summary>
    public string? ProposalRule { get; private set; }

    /// <summary>Number of open needs.</summary>
    public int OpenNeeds { get; private set; }

    /// <summary>When the first need arrived.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>True once it is shown: the threshold was reached and nobody may learn of fewer.</summary>
    public bool Visible => State != ThemeState.Gemeldet;

    /// <summary>True when it takes no more needs.</summary>
    public bool Closed => ThemeState.Closed.Contains(State);

    /// <summary>A theme for the first need of a topic.</summary>
    public static Theme Start(Guid id, string topic, DateTimeOffset now) =>
        new() { Id = id, Topic = topic, Title = Domain.Topic.TitleOf(topic), CreatedAt = now, UpdatedAt = now };

    /// <summary>
    /// Takes the open needs as they are now. The state follows the threshold until a committee deals with the theme; then it stays.
    /// True when listeners must be told: the theme is visible, or has just ceased to be.
    /// </summary>
    /// <param name="open">Rechtskreis of each open need.</param>
    /// <param name="withdrawn">Rechtskreis of each withdrawn need; it decides when none is open.</param>
    /// <param name="threshold">Open needs that bundle a theme.</param>
    /// <param name="now">The present.</param>
    public bool Recount(IReadOnlyCollection<string> open, IReadOnlyCollection<string> withdrawn, int threshold, DateTimeOffset now)
    {
        var before = State;
        OpenNeeds = open.Count;
        Rechtskreis = Domain.Rechtskreis.MostFrequent(open) ?? Domain.Rechtskreis.MostFrequent(withdrawn) ?? Domain.Rechtskreis.None;
        if (State is ThemeState.Gemeldet or ThemeState.Gebuendelt)
            State = OpenNeeds >= threshold ? ThemeState.Gebuendelt : ThemeState.Gemeldet;
        if (!Visible && before == State) return false;
        Touch(now);
        return true;
    }

    /// <summary>Takes the coordinator's judgement.</summary>
    public Result Judge(string? title, ThemeReach reach, DateTimeOffset now)
    {
        if (Closed) return Error.Blocked("THEME_OPEN", "A closed theme is not changed.", []);
        if (title is not null && string.IsNullOrWhiteSpace(title)) return Error.Invalid("title-missing", "A theme needs a title.", "title");
        if (reach.Check() is { } error) return error;
        Title = title?.Trim() ?? Title;
        (Influence, Region, AgeBand) = (reach.Influence, reach.Region, reach.AgeBand);
        Touch(now);
        return Result.Success;
    }

    /// <summary>Keeps what the routing rule proposes.</summary>
    public void Propose(CommitteeProposal? proposal) => (ProposedCommittee, ProposalRule) = (proposal?.Committee, proposal?.Rule);

    /// <summary>Goes on to another state, if the procedure allows the cause to do so.</summary>
    public Result Go(string to, string by, DateTimeOffset now)
    {
        if (ThemeProcedure.Refuse(State, to, by) is { } error) return error;
        State = to;
        Touch(now);
        return Result.Success;
    }

    private void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>How far a theme reaches: who can change it, with the region or the age band where that decides.</summary>
internal sealed record ThemeReach(string Influence, string? Region, string? AgeBand)
{
    /// <summary>Null when region and age band stand only where the influence asks for them; REGION without a region means all regions.</summary>
    public Error? Check()
    {
        if (!Domain.Influence.All.Contains(Influence)) return Error.Invalid("influence-unknown", "There is no such influence.", "influence");
        if (Influence != Domain.Influence.Region && Region is not null)
            return Error.Invalid("region-not-expected", "Only the influence REGION takes a region.", "region");
        if (Influence == Domain.Influence.AgeBand && (AgeBand is null || !AgeBands.All.Contains(AgeBand)))
            return Error.Invalid("age-band-missing", "The influence AGE_BAND needs one of the age bands 0-6, 6-18, 18-27.", "ageBand");
        if (Influence != Domain.Influence.AgeBand && AgeBand is not null)
            return Error.Invalid("age-band-not-expected", "Only the influence AGE_BAND takes an age band.", "ageBand");
        return null;
    }
}
