using System.Globalization;
using Kim.Results;

namespace Kim.Network.Domain;

/// <summary>What a committee decided on an agenda item. It is never changed; a later meeting decides anew.</summary>
internal sealed class Resolution
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number within committee and year, without gaps.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Key of the committee.</summary>
    public string Committee { get; private set; } = "";

    /// <summary>Name of the committee on that day.</summary>
    public string CommitteeName { get; private set; } = "";

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The agenda item.</summary>
    public Guid AgendaItemId { get; private set; }

    /// <summary>The theme.</summary>
    public Guid ThemeId { get; private set; }

    /// <summary>Decision code.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>What was decided.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Why; mandatory for a rejection.</summary>
    public string? Reason { get; private set; }

    /// <summary>AGS to which it applies; empty means the whole Kreis.</summary>
    public List<string> Scope { get; private set; } = [];

    /// <summary>The day.</summary>
    public DateOnly AdoptedOn { get; private set; }

    /// <summary>The measure that carries it out, where adopted.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>Records a decision.</summary>
    public static Resolution Record(Guid id, string number, Meeting meeting, AgendaItem item, DecisionText text) => new()
    {
        Id = id,
        Number = number,
        Committee = meeting.Committee,
        CommitteeName = meeting.CommitteeName,
        MeetingId = meeting.Id,
        AgendaItemId = item.Id,
        ThemeId = item.ThemeId,
        Decision = text.Decision,
        Title = text.Title,
        Reason = text.Reason,
        Scope = [.. text.Scope.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        AdoptedOn = text.On,
    };

    /// <summary>Names the measure that carries it out.</summary>
    public void CarriedOutBy(Measure measure) => MeasureId = measure.Id;

    /// <summary>The number as it is printed: key of the committee in capitals (so it is unique), year, running number of at least three digits.</summary>
    public static string NumberOf(string committee, int year, int running) =>
        string.Create(CultureInfo.InvariantCulture, $"{committee.ToUpperInvariant()}-{year:0000}-{running:000}");
}

/// <summary>The measure that a resolution orders.</summary>
internal sealed record MeasureOrder(string Title, string Owner, DateOnly DueOn);

/// <summary>The words of a decision, before it is recorded.</summary>
internal sealed record DecisionText(string Decision, string Title, string? Reason, IReadOnlyList<string> Scope, MeasureOrder? Measure, DateOnly On)
{
    /// <summary>The state into which the decision takes the theme.</summary>
    public string ThemeGoesTo => Decision switch
    {
        Domain.Decision.Adopted => ThemeState.Beschlossen,
        Domain.Decision.Rejected => ThemeState.Abgelehnt,
        Domain.Decision.MoreInformation => ThemeState.Zurueckgestellt,
        _ => ThemeState.Beraten,
    };

    /// <summary>Null when the decision is complete: a measure where adopted and only there, a reason where rejected.</summary>
    public Error? Check()
    {
        if (!Domain.Decision.All.Contains(Decision)) return Error.Invalid("decision-unknown", "There is no such decision.", "decision");
        if (Decision == Domain.Decision.Adopted) return CheckMeasure();
        if (Measure is not null) return Error.Invalid("measure-not-expected", "Only an adopted resolution orders a measure.", "measure");
        if (Decision == Domain.Decision.Rejected && string.IsNullOrWhiteSpace(Reason))
            return Error.Invalid("reason-missing", "A rejection needs a reason.", "reason");
        return null;
    }

    private Error? CheckMeasure()
    {
        if (Measure is null) return Error.Invalid("measure-missing", "An adopted resolution needs a measure with owner and due date.", "measure");
        if (Measure.DueOn < On) return Error.Invalid("due-before-resolution", "The measure cannot be due before its resolution.", "measure.dueOn");
        return null;
    }
}
