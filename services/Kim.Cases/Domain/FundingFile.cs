namespace Kim.Cases.Domain;

/// <summary>
/// A case as funding knows it: its own random reference, and what was told of it last. It stands beside the case, so that telling
/// changes no version of it, and only what differs from the last telling is told.
/// </summary>
public sealed class FundingFile
{
    private FundingFile()
    {
    }

    public Guid CaseId { get; private set; }

    /// <summary>Funding's reference (UUIDv4), known to nobody else, so that the data of two services cannot be joined.</summary>
    public Guid Reference { get; private set; }

    /// <summary>Version of the facts, one more with each event.</summary>
    public long Version { get; private set; }

    /// <summary>The facts told last, in their JSON form.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Whether the end of the case was told: nothing follows it.</summary>
    public bool Closed { get; private set; }

    public static FundingFile Of(Guid caseId) => new() { CaseId = caseId, Reference = Guid.NewGuid() };

    /// <summary>Takes over facts that are to be told; false when funding knows them.</summary>
    public bool Tell(string facts)
    {
        if (Closed || facts == Facts) return false;
        Facts = facts;
        Version++;
        return true;
    }

    /// <summary>The case ended: the version of the last event.</summary>
    public long Close(bool alone)
    {
        Closed = true;
        return alone ? Version : ++Version;
    }
}
