namespace Kim.Cases.Domain;

/// <summary>
/// Consent of the person toward one agency (domain.md 3.4): purpose-bound, in a language understood, revocable at any time for
/// the future. It is asked at the moment of use, never copied into a flag.
/// </summary>
public sealed class Consent
{
    private Consent()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Recipient { get; private set; } = "";

    public string RecipientType { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public List<string> DataCategories { get; private set; } = [];

    /// <summary>GIVE, GET or BOTH, seen from the case team.</summary>
    public string Direction { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day on which it no longer holds.</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>WRITTEN or ELECTRONIC.</summary>
    public string Form { get; private set; } = "";

    public string LanguageOfExplanation { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whether it covers a day as of now: a revocation ends it at once, also for the day on which it is declared.</summary>
    public bool ValidOn(DateOnly day) => Valid(ValidFrom, ValidUntil, RevokedAt, day);

    /// <summary>The same of a consent that is known by its dates.</summary>
    public static bool Valid(DateOnly from, DateOnly until, DateTimeOffset? revokedAt, DateOnly day) => revokedAt is null && from <= day && day < until;

    internal static Result<Consent> Give(Guid caseId, ConsentTerms terms, Act act)
    {
        var until = terms.ValidUntil ?? terms.ValidFrom.AddMonths(12);
        if (until <= terms.ValidFrom)
            return Error.Invalid("period-empty", "The consent ends before it begins.", "validUntil");

        return new Consent
        {
            Id = Guid.CreateVersion7(act.At),
            CaseId = caseId,
            Recipient = terms.Recipient.Trim(),
            RecipientType = terms.RecipientType,
            Purpose = terms.Purpose.Trim(),
            DataCategories = [.. terms.DataCategories.Distinct()],
            Direction = terms.Direction,
            ValidFrom = terms.ValidFrom,
            ValidUntil = until,
            Form = terms.Form,
            LanguageOfExplanation = terms.LanguageOfExplanation,
            RecordedAt = act.At,
            RecordedBy = act.By,
        };
    }

    internal void Revoke(Act act) => RevokedAt ??= act.At;
}

/// <summary>What a person agreed to.</summary>
public sealed record ConsentTerms(
    string Recipient,
    string RecipientType,
    string Purpose,
    IReadOnlyList<string> DataCategories,
    string Direction,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string Form,
    string LanguageOfExplanation);
