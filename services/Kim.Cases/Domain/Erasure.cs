namespace Kim.Cases.Domain;

/// <summary>
/// What stays of an erasure: that it was decided and done, when, why and by whom (Art. 5(2) DSGVO). It holds a digest in the place of
/// the case, so that only who still has the case's id finds it.
/// </summary>
public sealed class Erasure
{
    /// <summary>Nothing was asked.</summary>
    public const string None = "NONE";

    /// <summary>A duty keeps the record, hidden, until its day.</summary>
    public const string Restricted = "RESTRICTED";

    /// <summary>It is being erased.</summary>
    public const string Erasing = "ERASING";

    /// <summary>It is erased, and every holder of a reference is told.</summary>
    public const string Erased = "ERASED";

    private Erasure()
    {
    }

    /// <summary>Digest of the case's id.</summary>
    public string CaseDigest { get; private set; } = "";

    /// <summary>Code of the ground (Art. 17(1) DSGVO).</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    /// <summary>The duty that keeps the record, if any.</summary>
    public string? Duty { get; private set; }

    /// <summary>The day of the erasure.</summary>
    public DateOnly EraseOn { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public string State => ErasedAt is not null ? Erased : Duty is not null ? Restricted : Erasing;

    public static Erasure Decide(string caseDigest, string reason, Duty? duty, Act act) => new()
    {
        CaseDigest = caseDigest,
        Reason = reason,
        RequestedAt = act.At,
        RequestedBy = act.By,
        Duty = duty?.Code,
        EraseOn = duty?.Until ?? act.Day,
    };
}
