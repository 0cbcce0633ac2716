namespace Kim.Funding.Domain;

/// <summary>What a decision says.</summary>
/// <param name="Title">German.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Reference">File number of the body (Vorlage, Aktenzeichen).</param>
/// <param name="Note">What a reader should know.</param>
public sealed record DecisionFacts(string Title, DateOnly DecidedOn, string? Reference, string? Note);

/// <summary>A state of the register: what it said, who wrote it, when and why.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Facts">What it said.</param>
/// <param name="Recorded">Who, when, why.</param>
/// <param name="Sources">Ids of sources.</param>
public sealed record DecisionVersion(int Number, DecisionFacts Facts, Entry Recorded, IReadOnlyList<string> Sources);

/// <summary>A decision (Beschluss) of the Kreistag or the Land. Corrections are new versions, the earlier ones stay (S-47, A-1).</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    /// <summary>Stable key.</summary>
    public string Key { get; private set; } = "";

    public Guid Id { get; private set; }

    /// <summary>KREISTAG, KREISAUSSCHUSS, LAND or OTHER.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Key of the organisation that decided, if the directory has it.</summary>
    public string? Organisation { get; private set; }

    /// <summary>The day that holds now, for the order of the list.</summary>
    public DateOnly DecidedOn { get; private set; }

    public IReadOnlyList<DecisionVersion> Versions { get; private set; } = [];

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>Whether the Kreis decided: only then may a position leave the KI (S-43).</summary>
    public bool IsOfKreis => Body is "KREISTAG" or "KREISAUSSCHUSS";

    /// <summary>What holds now.</summary>
    public DecisionFacts Facts => Versions[^1].Facts;

    /// <summary>Enters a decision.</summary>
    public static Decision Enter(Guid id, string key, string body, string? organisation) => new() { Id = id, Key = key, Body = body, Organisation = organisation };

    /// <summary>Where it comes from.</summary>
    public Decision From(Provenance provenance)
    {
        Provenance = provenance;
        return this;
    }

    /// <summary>A further version: the first, or a correction. Equal facts are no version.</summary>
    public bool Write(DecisionFacts facts, Entry recorded, IReadOnlyList<string> sources)
    {
        if (Versions.Count > 0 && Facts == facts) return false;
        Versions = [.. Versions, new DecisionVersion(Versions.Count + 1, facts, recorded, sources)];
        DecidedOn = facts.DecidedOn;
        return true;
    }
}
