namespace Kim.Cases.Domain;

/// <summary>
/// One code of the residence vocabulary (domain.md 4.2). What it means for naturalisation is data of the vocabulary, not of the
/// code that reads it.
/// </summary>
/// <param name="Code">The code, stable.</param>
/// <param name="TitleDe">German title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Lawful">Whether the time counts as lawful residence: YES, NO, IF_PROTECTION_FOLLOWS, IF_TITLE_FOLLOWS or NOT_APPLICABLE.</param>
/// <param name="Title">Whether it suffices as a title for § 10(1) no. 2 StAG: YES, NO, LIKE_PREVIOUS, IF_DURABLE or NOT_APPLICABLE.</param>
public sealed record ResidenceStatus(string Code, string TitleDe, string TitleEn, string Lawful, string Title)
{
    /// <summary>Without any status: § 87(2) AufenthG obliges a public body to report what it records.</summary>
    public const string Ohne = "OHNE";

    /// <summary>The last day on which it could be granted; null while it can be.</summary>
    public DateOnly? AssignableUntil { get; init; }

    /// <summary>The day from which it suffices as a title, when that changed.</summary>
    public DateOnly? TitleSince { get; init; }
}

/// <summary>A period of residence under one status; open when its end is not known.</summary>
public sealed class ResidencePeriod
{
    private ResidencePeriod()
    {
    }

    internal ResidencePeriod(Guid caseId, ResidenceTerms terms, Act act)
    {
        (Id, CaseId, Status) = (Guid.CreateVersion7(act.At), caseId, terms.Status.Code);
        (ValidFrom, ValidUntil) = (terms.ValidFrom, terms.ValidUntil);
        (IssuingAuthority, IdentityClarified) = (terms.IssuingAuthority, terms.IdentityClarified);
        (RecordedAt, RecordedBy) = (act.At, act.By);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Status { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day after the period, or null while it lasts.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public string? IssuingAuthority { get; private set; }

    /// <summary>YES, NO or PARTLY.</summary>
    public string? IdentityClarified { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    internal bool Overlaps(DateOnly from, DateOnly? until) =>
        ValidFrom < (until ?? DateOnly.MaxValue) && from < (ValidUntil ?? DateOnly.MaxValue);

    internal void End(DateOnly until) => ValidUntil = until;
}

/// <summary>A residence period as it is recorded.</summary>
public sealed record ResidenceTerms(
    ResidenceStatus Status,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string? IssuingAuthority,
    string? IdentityClarified,
    bool ConfirmOhne);

/// <summary>A nationality: ISO 3166-1 alpha-3, or STATELESS, or UNKNOWN.</summary>
public sealed class Nationality
{
    public const string Stateless = "STATELESS";
    public const string Unknown = "UNKNOWN";

    private Nationality()
    {
    }

    internal Nationality(Guid caseId, NationalityTerms terms, Act act)
    {
        (Id, CaseId, Country) = (Guid.CreateVersion7(act.At), caseId, terms.Country);
        (ValidFrom, ValidUntil, Proof) = (terms.ValidFrom, terms.ValidUntil, terms.Proof);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Country { get; private set; } = "";

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>First day on which it is no longer held, or null while it is.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public string? Proof { get; private set; }
}

/// <summary>A nationality as it is recorded.</summary>
public sealed record NationalityTerms(string Country, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Proof);
