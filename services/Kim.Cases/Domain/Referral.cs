namespace Kim.Cases.Domain;

/// <summary>
/// A person referred to the EBH. Naturalisation knows it under this id alone (UUIDv4) and asks for the facts under it; the consent
/// is looked at each time (domain.md 7.2).
/// </summary>
public sealed class Referral
{
    /// <summary>Type of the agency that a consent has to name.</summary>
    public const string Recipient = "EBH";

    public const string MasterData = "STAMMDATEN";
    public const string Residence = "AUFENTHALT";
    public const string Family = "FAMILIE";

    /// <summary>Categories without which a referral makes no sense: who, since when, under which status.</summary>
    public static readonly IReadOnlyList<string> Needed = [MasterData, Residence];

    private Referral()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid ConsentId { get; private set; }

    /// <summary>Version in the events of this service.</summary>
    public long Version { get; private set; } = 1;

    public DateOnly ReferredOn { get; private set; }

    public DateTimeOffset ReferredAt { get; private set; }

    public Guid ReferredBy { get; private set; }

    /// <summary>When the consent behind it ended, by revocation or by its date; from then on nothing is passed on.</summary>
    public DateTimeOffset? ConsentEndedAt { get; private set; }

    internal static Referral Of(Consent consent, Act act) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = consent.CaseId,
        ConsentId = consent.Id,
        ReferredOn = act.Day,
        ReferredAt = act.At,
        ReferredBy = act.By,
    };

    /// <summary>Whether a consent names the EBH and lets the case team give data to it.</summary>
    public static bool Covers(Consent consent) => consent.RecipientType == Recipient && consent.Direction is ("GIVE" or "BOTH");

    /// <summary>The categories that a referral needs and a consent lacks.</summary>
    public static IReadOnlyList<string> Missing(Consent consent) => [.. Needed.Except(consent.DataCategories)];

    /// <summary>Ends it for the receiver; false when that was said before.</summary>
    public bool EndConsent(DateTimeOffset at)
    {
        if (ConsentEndedAt is not null) return false;
        (ConsentEndedAt, Version) = (at, Version + 1);
        return true;
    }

    /// <summary>Why nothing may be passed on today, or null. Asked at the moment of use, whatever was checked before.</summary>
    public Error? Check(Consent? consent, DateOnly day) => consent switch
    {
        null => Error.Forbidden("consent-missing", "There is no consent behind this referral."),
        { RevokedAt: not null } => Error.Forbidden("consent-withdrawn", "The person withdrew the consent."),
        _ when day >= consent.ValidUntil => Error.Forbidden("consent-expired", "The consent has run out."),
        _ when ConsentEndedAt is not null => Error.Forbidden("consent-withdrawn", "The referral was taken back."),
        _ when day < consent.ValidFrom || !Covers(consent) => Error.Forbidden("consent-missing", "No consent that names the EBH is valid today."),
        _ => null,
    };
}

/// <summary>The way from a referral to its case, apart from both: the row-level policy of cases looks here, and sees nothing else.</summary>
public sealed class ReferralDoor
{
    private ReferralDoor()
    {
    }

    public Guid ReferralId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid OpenedBy { get; private set; }

    public static ReferralDoor To(Referral referral) => new() { ReferralId = referral.Id, CaseId = referral.CaseId, OpenedBy = referral.ReferredBy };
}

/// <summary>A step of the procedure as naturalisation told it; only added, so that any order ends in the same set.</summary>
public sealed class ReferralStep
{
    public const string Counselling = "COUNSELLING";
    public const string Application = "APPLICATION";
    public const string Decision = "DECISION";
    public const string Conferral = "CONFERRAL";

    public Guid Id { get; init; }

    public Guid ReferralId { get; init; }

    /// <summary>Version of the procedure with which it came: the order of the steps.</summary>
    public long Version { get; init; }

    public string Kind { get; init; } = "";

    public DateOnly On { get; init; }

    /// <summary>Route code of an application, for example STAG_10.</summary>
    public string? Route { get; init; }

    /// <summary>GRANTED, REFUSED or WITHDRAWN, of a decision.</summary>
    public string? Outcome { get; init; }
}

/// <summary>How far a referral is, computed from its steps.</summary>
public static class ReferralStates
{
    public const string Referred = "REFERRED";
    public const string Counselled = "COUNSELLED";
    public const string Applied = "APPLIED";
    public const string Granted = "GRANTED";
    public const string Refused = "REFUSED";
    public const string Withdrawn = "WITHDRAWN";
    public const string Conferred = "CONFERRED";
    public const string ConsentEnded = "CONSENT_ENDED";

    public static readonly IReadOnlyList<string> All = [Referred, Counselled, Applied, Granted, Refused, Withdrawn, Conferred, ConsentEnded];

    /// <summary>
    /// The state: the hand-over settles it; before that the newest of application and decision counts. A later consultation takes
    /// nothing back, and the end of the consent shows as long as no application is filed.
    /// </summary>
    public static string Of(IReadOnlyCollection<ReferralStep> steps, bool consentEnded)
    {
        if (steps.Any(step => step.Kind == ReferralStep.Conferral)) return Conferred;
        var newest = steps.Where(step => step.Kind is ReferralStep.Application or ReferralStep.Decision).MaxBy(step => step.Version);
        if (newest is { Kind: ReferralStep.Application }) return Applied;
        if (newest is { Outcome: { } outcome }) return outcome;
        if (consentEnded) return ConsentEnded;
        return steps.Count > 0 ? Counselled : Referred;
    }

    /// <summary>Whether the procedure goes on: as long as it does, a second referral would only be a double.</summary>
    public static bool Open(string state) => state is Referred or Counselled or Applied or Granted;
}
