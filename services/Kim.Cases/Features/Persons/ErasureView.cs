using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceKit.Persons;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>How far the erasure of a case is.</summary>
/// <param name="State">NONE, RESTRICTED, ERASING or ERASED.</param>
/// <param name="Reason">Code of the ground for which it was asked.</param>
/// <param name="Duty">Code of the duty that keeps the record: CM_FILE or CONSENT_PROOF.</param>
/// <param name="DutyDe">The duty in German.</param>
/// <param name="DutyEn">The duty in English.</param>
/// <param name="EraseOn">The day on which the record is erased.</param>
/// <param name="RequestedAt">When it was decided.</param>
/// <param name="ErasedAt">When it was done.</param>
internal sealed record ErasureView(
    string State, string? Reason, string? Duty, string? DutyDe, string? DutyEn, DateOnly? EraseOn, DateTimeOffset? RequestedAt, DateTimeOffset? ErasedAt)
{
    public static ErasureView Of(Erasure erasure)
    {
        var title = erasure.Duty is { } duty ? RetentionRules.Title(duty) : ((string De, string En)?)null;
        return new ErasureView(
            erasure.State, erasure.Reason, erasure.Duty, title?.De, title?.En, erasure.EraseOn, erasure.RequestedAt, erasure.ErasedAt);
    }

    /// <summary>What would keep a case of which nothing was asked.</summary>
    public static ErasureView Before(Duty? duty)
    {
        var title = duty is null ? ((string De, string En)?)null : RetentionRules.Title(duty.Code);
        return new ErasureView(Erasure.None, null, duty?.Code, title?.De, title?.En, duty?.Until, null, null);
    }

    /// <summary>The erasure of a case, whether it still exists or not.</summary>
    public static Task<Erasure?> FindAsync(CasesDb db, Guid caseId, CancellationToken ct)
    {
        var digest = ErasedReferences.DigestOf(caseId);
        return db.Set<Erasure>().AsNoTracking().SingleOrDefaultAsync(row => row.CaseDigest == digest, ct);
    }
}
