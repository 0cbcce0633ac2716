namespace Kim.Network.Domain;

/// <summary>A statement of the consultation log: who took the concept how. It holds groups and numbers, never persons.</summary>
internal sealed class Consultation
{
    /// <summary>Place of what the staff recorded: after all of the profile.</summary>
    public const int AfterProfile = 1_000_000;

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Key in the profile; null when the staff recorded it.</summary>
    public string? Key { get; init; }

    /// <summary>Attitude code.</summary>
    public required string Attitude { get; init; }

    /// <summary>Topic code.</summary>
    public required string Topic { get; init; }

    /// <summary>What was said.</summary>
    public required string Statement { get; init; }

    /// <summary>Who said it; empty where the source names nobody.</summary>
    public List<Voice> Voices { get; init; } = [];

    /// <summary>The groups among the voices, for the filter.</summary>
    public List<string> Stakeholders { get; init; } = [];

    /// <summary>Day of the talk, if known.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>What a reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands; empty when the staff recorded it.</summary>
    public List<string> Sources { get; init; } = [];

    /// <summary>Place in the log.</summary>
    public int Position { get; init; }

    /// <summary>Invented for the demo.</summary>
    public bool Demo { get; init; }

    /// <summary>What the staff heard.</summary>
    /// <param name="id">Key.</param>
    /// <param name="said">Attitude, topic and words.</param>
    /// <param name="voices">Who said it, and how many.</param>
    /// <param name="heldOn">Day of the talk.</param>
    public static Consultation Record(Guid id, (string Attitude, string Topic, string Statement) said, IReadOnlyList<Voice> voices, DateOnly heldOn) => new()
    {
        Id = id,
        Attitude = said.Attitude,
        Topic = said.Topic,
        Statement = said.Statement,
        Voices = [.. voices],
        Stakeholders = [.. voices.Select(voice => voice.Stakeholder).Distinct(StringComparer.Ordinal)],
        HeldOn = heldOn,
        Position = AfterProfile,
    };
}

/// <summary>How many of a group said it.</summary>
/// <param name="Stakeholder">Key of the group.</param>
/// <param name="Count">How many; null where nobody counted.</param>
/// <param name="Note">The words of the source, for example '(nahezu) alle'.</param>
public sealed record Voice(string Stakeholder, int? Count, string? Note);

/// <summary>The log by attitude.</summary>
/// <param name="Attitude">Attitude code.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Voices">Sum of the counted voices.</param>
/// <param name="Uncounted">How many groups spoke without a number.</param>
/// <param name="Stakeholders">The voices by group.</param>
public sealed record AttitudeCount(string Attitude, int Statements, int Voices, int Uncounted, IReadOnlyList<StakeholderCount> Stakeholders)
{
    /// <summary>Counts statements in the order of the codes; an attitude without statements is shown with 0.</summary>
    public static IReadOnlyList<AttitudeCount> Of(IReadOnlyList<(string Attitude, IReadOnlyList<Voice> Voices)> statements) =>
    [
        .. Domain.Attitude.All.Select(attitude =>
        {
            var own = statements.Where(statement => statement.Attitude == attitude).ToList();
            var voices = own.SelectMany(statement => statement.Voices).ToList();
            return new AttitudeCount(
                attitude, own.Count, voices.Sum(voice => voice.Count ?? 0), voices.Count(voice => voice.Count is null),
                [
                    .. voices.GroupBy(voice => voice.Stakeholder, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => new StakeholderCount(group.Key, group.Sum(voice => voice.Count ?? 0), group.Count(voice => voice.Count is null))),
                ]);
        }),
    ];
}

/// <summary>The voices of one group.</summary>
/// <param name="Stakeholder">Key of the group.</param>
/// <param name="Voices">Sum of the counted voices.</param>
/// <param name="Uncounted">How often it spoke without a number.</param>
public sealed record StakeholderCount(string Stakeholder, int Voices, int Uncounted);
