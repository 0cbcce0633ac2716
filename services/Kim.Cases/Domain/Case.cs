namespace Kim.Cases.Domain;

/// <summary>
/// A case: one person, one responsible case manager, one way through the phases of domain.md 3.1. This file holds what a case is
/// and who works with it; the phases, the plan and the residence stand in their own parts.
/// </summary>
public sealed partial class Case
{
    private readonly List<Consent> _consents = [];
    private readonly List<DomainRating> _ratings = [];
    private readonly List<CaseNeed> _needs = [];
    private readonly List<Goal> _goals = [];
    private readonly List<ResidencePeriod> _residencePeriods = [];
    private readonly List<Nationality> _nationalities = [];
    private readonly List<PhaseChange> _phaseChanges = [];

    private Case()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>File number, for example KIM-2026-000123.</summary>
    public string Number { get; private set; } = "";

    public Person Person { get; private set; } = null!;

    /// <summary>What a search looks into; follows the person's names.</summary>
    public string SearchText { get; private set; } = "";

    public string Ags { get; private set; } = "";

    public string Occasion { get; private set; } = "";

    public string AccessPath { get; private set; } = "";

    public int HouseholdSize { get; private set; }

    /// <summary>The account that works on the case: the scope 'own'.</summary>
    public Guid ResponsibleId { get; private set; }

    public string Phase { get; private set; } = Phases.Anfrage;

    public DateTimeOffset OpenedAt { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>Under which reference interpreters know the case; random and theirs alone, so that data of two services cannot be joined.</summary>
    public Guid InterpretersRef { get; private set; }

    /// <summary>Rises with each change of the case or of what hangs on it: the row changes, and with it the ETag.</summary>
    public long Version { get; private set; } = 1;

    public IReadOnlyList<string> IndicationCriteria { get; private set; } = [];

    public string? IndicationOverride { get; private set; }

    public IReadOnlyList<Consent> Consents => _consents;

    public IReadOnlyList<DomainRating> Ratings => _ratings;

    public IReadOnlyList<CaseNeed> Needs => _needs;

    public IReadOnlyList<Goal> Goals => _goals;

    public IReadOnlyList<ResidencePeriod> ResidencePeriods => _residencePeriods;

    public IReadOnlyList<Nationality> Nationalities => _nationalities;

    public IReadOnlyList<PhaseChange> PhaseChanges => _phaseChanges;

    public static Result<Case> Open(string number, Person person, CaseFrame frame, Act act)
    {
        if (person.Check(act.Day) is { } error) return error;
        return new Case
        {
            Id = Guid.CreateVersion7(act.At),
            Number = number,
            Person = person,
            SearchText = person.SearchText,
            Ags = frame.Ags,
            Occasion = frame.Occasion,
            AccessPath = frame.AccessPath,
            HouseholdSize = frame.HouseholdSize,
            ResponsibleId = act.By,
            OpenedAt = act.At,
            OpenedOn = act.Day,
            InterpretersRef = Guid.NewGuid(),
        };
    }

    public Result ChangePerson(Person person, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (person.Check(act.Day) is { } error) return error;
        Person = person;
        SearchText = person.SearchText;
        return Touched();
    }

    public Result Indicate(IReadOnlyList<string> criteria, string? overrideReason)
    {
        if (Refused() is { } closed) return closed;
        IndicationCriteria = [.. criteria.Distinct().Order(StringComparer.Ordinal)];
        IndicationOverride = string.IsNullOrWhiteSpace(overrideReason) ? null : overrideReason.Trim();
        return Touched();
    }

    public Result<Consent> GiveConsent(ConsentTerms terms, Act act)
    {
        if (Refused() is { } closed) return closed;
        var consent = Consent.Give(Id, terms, act);
        if (consent.Error is not null) return consent;
        _consents.Add(consent.Value);
        Touched();
        return consent;
    }

    /// <summary>Revokes a consent. The person may do that at any time, so a closed case does not stand in the way.</summary>
    public Result RevokeConsent(Guid consentId, Act act)
    {
        if (_consents.Find(consent => consent.Id == consentId) is not { } found) return Error.NotFound("consent");
        found.Revoke(act);
        return Touched();
    }

    /// <summary>Gives the case to another case manager (Fachaufsicht, domain.md 3.5).</summary>
    public Result Reassign(Guid accountId)
    {
        if (Refused() is { } closed) return closed;
        ResponsibleId = accountId;
        return Touched();
    }

    /// <summary>For what hangs on the case but lives beside it: refused when the case is closed, else the case counts as changed.</summary>
    public Result Touch() => Refused() is { } closed ? closed : Touched();

    private Error? Refused() => Phase == Phases.Abgeschlossen
        ? new Error("case-closed", "The case is closed and takes no more changes.", 409) { Guard = Guards.CaseOpen, Allowed = [] }
        : null;

    private Result Touched()
    {
        Version++;
        return Result.Success;
    }
}

/// <summary>What is known when a case is opened, the person aside.</summary>
public sealed record CaseFrame(string Ags, string Occasion, string AccessPath, int HouseholdSize);
