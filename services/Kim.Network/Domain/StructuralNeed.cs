namespace Kim.Network.Domain;

/// <summary>What a case manager reported: topic and place of an obstacle, nothing about a person.</summary>
internal sealed record NeedFacts(string Topic, string Rechtskreis, string AgencyType, IReadOnlyList<string> Ags, int Weight, DateOnly ReportedOn);

/// <summary>
/// A structural need as cases knows it. Report and withdrawal reach the network in any order and any number of times, so each
/// keeps its own version: the newest report holds the facts, and the need is withdrawn when its withdrawal is newer than its report.
/// </summary>
internal sealed class StructuralNeed
{
    /// <summary>The reference that only cases can join to a case.</summary>
    public Guid Id { get; private set; }

    /// <summary>Version of the newest report seen; 0 before any.</summary>
    public long ReportVersion { get; private set; }

    /// <summary>Version of the newest withdrawal seen; 0 before any.</summary>
    public long WithdrawalVersion { get; private set; }

    /// <summary>Topic code; empty until the report came.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Rechtskreis code.</summary>
    public string Rechtskreis { get; private set; } = "";

    /// <summary>Type of the agency where the obstacle stands.</summary>
    public string AgencyType { get; private set; } = "";

    /// <summary>Municipalities concerned.</summary>
    public List<string> Ags { get; private set; } = [];

    /// <summary>Persons for whom the report stands.</summary>
    public int Weight { get; private set; }

    /// <summary>The day of the report.</summary>
    public DateOnly ReportedOn { get; private set; }

    /// <summary>True while the need counts. Stored, because lists and counts filter by it.</summary>
    public bool Open { get; private set; }

    /// <summary>The theme that bundles it; null until its report came.</summary>
    public Guid? ThemeId { get; private set; }

    /// <summary>A need of which nothing is known but its reference.</summary>
    public static StructuralNeed Unknown(Guid id) => new() { Id = id };

    /// <summary>Takes a report. False when it is not newer than what is known.</summary>
    public bool Report(NeedFacts facts, long version)
    {
        if (version <= ReportVersion) return false;
        ReportVersion = version;
        (Topic, Rechtskreis, AgencyType) = (facts.Topic, facts.Rechtskreis, facts.AgencyType);
        (Ags, Weight, ReportedOn) = ([.. facts.Ags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], facts.Weight, facts.ReportedOn);
        Open = WithdrawalVersion < ReportVersion;
        return true;
    }

    /// <summary>Takes a withdrawal. False when it is not newer than what is known.</summary>
    public bool Withdraw(long version)
    {
        if (version <= WithdrawalVersion) return false;
        WithdrawalVersion = version;
        Open = ReportVersion > WithdrawalVersion;
        return true;
    }

    /// <summary>Puts the need into a theme.</summary>
    public void Join(Guid theme) => ThemeId = theme;
}
