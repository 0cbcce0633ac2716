using Kim.Naturalisation.Domain;
using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features;

/// <summary>What every step of a procedure needs beside its own rule: who acts, the day, audit and events, and a check of the facts.</summary>
internal sealed class CheckDesk(NaturalisationDb db, Actor actor, AuditBook audit, EventBook events, TimeProvider clock)
{
    private const int FurthestYears = 30;

    public NaturalisationDb Db => db;

    public AuditBook Audit => audit;

    public EventBook Events => events;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LocalDay.Of(Now);

    public Act Act => new(actor.AccountId, Now);

    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>The referral, locked, in the version that the caller read.</summary>
    public async Task<Result<Referral>> OpenAsync(Guid id, string? ifMatch, CancellationToken ct)
    {
        if (await db.LockReferralAsync(id, ct) is not { } referral) return Error.NotFound("referral");
        return db.CheckMatch(referral, ifMatch) is { } stale ? stale : referral;
    }

    /// <summary>Whether the engine can look at a day at all.</summary>
    public Error? DayFault(DateOnly decisionOn) => decisionOn > Today.AddYears(FurthestYears)
        ? Error.Invalid("decision-day-too-far", $"A decision day lies at most {FurthestYears} years ahead.", "decisionOn")
        : null;

    /// <summary>
    /// Checks a referral and keeps the result in the unit of work. The facts are the newest that cases disclosed; a decided procedure
    /// goes on with the facts of its record when the consent is gone.
    /// </summary>
    public async Task<Result<EligibilityCheck>> CheckAsync(Referral referral, Ask ask, EligibilityCheck? earlier, CancellationToken ct)
    {
        if (DayFault(ask.When.Day) is { } fault) return fault;
        var source = await SourceAsync(referral, earlier, ct);
        if (source.Error is { } none) return none;

        var book = await db.RulesAsync(ct);
        var facts = new CheckFacts(source.Value.Person, await WithRegisterAsync(referral.Id, ask.Facts, ct));
        var result = Engine.Check(book, ask.When, ask.Route, facts);
        if (result.Error is { } refused) return refused;
        var revision = book.On(ask.When.Day)!.Revision;
        var check = EligibilityCheck.Keep(NewId(), referral, new CheckSource(ask.Kind, facts, source.Value.At, Act, earlier), result.Value, revision);
        db.Checks.Add(check);
        referral.Checked(check.Summary());
        return check;
    }

    private async Task<Result<(PulledFacts Person, DateTimeOffset At)>> SourceAsync(Referral referral, EligibilityCheck? earlier, CancellationToken ct)
    {
        var snapshot = await db.LatestFactsAsync(referral.Id, ct);
        if (snapshot is null)
            return referral.IsDecided && earlier is not null
                ? (earlier.Facts.Person, earlier.FactsOf)
                : Error.Blocked("FACTS_PULLED", "Pull the facts of the referral first.", referral.Allowed);
        // From the application on the authority works under its own law; until then the consent alone carries the use.
        return referral.AppliedOn is not null || snapshot.UsableOn(Today)
            ? (snapshot.Disclosure.Facts, snapshot.PulledAt)
            : Error.Conflict("consent-expired", "The consent behind the facts has ended. Ask for a new one and pull again.");
    }

    private async Task<OfficerFacts> WithRegisterAsync(Guid referralId, OfficerFacts facts, CancellationToken ct)
    {
        var entries = await db.BarEntries.AsNoTracking().Where(entry => entry.ReferralId == referralId).OrderBy(entry => entry.Id).ToListAsync(ct);
        return entries.Count == 0 ? facts : facts with { FraudFindings = [.. (facts.FraudFindings ?? []).Concat(entries.Select(entry => entry.AsFact())).Distinct()] };
    }
}

/// <summary>What is to be checked.</summary>
/// <param name="Kind">CHECK, DECISION or HAND_OVER.</param>
/// <param name="When">Decision day and day of application.</param>
/// <param name="Route">The route.</param>
/// <param name="Facts">What the officer knows.</param>
internal sealed record Ask(string Kind, CheckDay When, string Route, OfficerFacts Facts);
