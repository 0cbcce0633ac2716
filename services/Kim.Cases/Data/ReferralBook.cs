using Kim.Cases.Domain;
using Kim.Contracts.Cases;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>Ends referrals whose consent ended, and tells naturalisation: no further disclosure, no further use (domain.md 3.4).</summary>
internal sealed class ReferralBook(CasesDb db, EventBook events)
{
    /// <summary>The consent was taken back.</summary>
    public Task EndByConsentAsync(Guid consentId, DateTimeOffset at, CancellationToken ct) => EndAsync(
        db.Referrals.FromSql($"select * from naturalisation_referrals where consent_id = {consentId} and consent_ended_at is null for update"), _ => at, ct);

    /// <summary>The case was recorded by mistake.</summary>
    public Task EndByCaseAsync(Guid caseId, DateTimeOffset at, CancellationToken ct) => EndAsync(
        db.Referrals.FromSql($"select * from naturalisation_referrals where case_id = {caseId} and consent_ended_at is null for update"), _ => at, ct);

    /// <summary>The consents that have run out by a day. Referrals that another process is ending are left to it.</summary>
    /// <param name="today">The day.</param>
    /// <param name="startOf">The instant at which a day begins.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task EndExpiredAsync(DateOnly today, Func<DateOnly, DateTimeOffset> startOf, CancellationToken ct)
    {
        var referrals = db.Referrals.FromSql(
            $"""
            select referral.* from naturalisation_referrals referral join consents consent on consent.id = referral.consent_id
            where referral.consent_ended_at is null and consent.valid_until <= {today} for update of referral skip locked
            """);
        var ends = await db.Set<Consent>().AsNoTracking().Where(consent => consent.ValidUntil <= today && db.Referrals.Any(row => row.ConsentId == consent.Id && row.ConsentEndedAt == null))
            .ToDictionaryAsync(consent => consent.Id, consent => consent.ValidUntil, ct);
        await EndAsync(referrals, referral => startOf(ends.GetValueOrDefault(referral.ConsentId, today)), ct);
    }

    private async Task EndAsync(IQueryable<Referral> referrals, Func<Referral, DateTimeOffset> at, CancellationToken ct)
    {
        foreach (var referral in await referrals.ToListAsync(ct))
        {
            if (!referral.EndConsent(at(referral))) continue;
            events.Add(referral.Id, new ConsentWithdrawn { Reference = referral.Id, Version = referral.Version, WithdrawnAt = referral.ConsentEndedAt!.Value });
        }

        await db.SaveChangesAsync(ct);
    }
}
