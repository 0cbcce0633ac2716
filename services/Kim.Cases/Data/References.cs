using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>Under which references the other services know a case: each its own, joined nowhere but here.</summary>
/// <param name="Interpreters">The case at the pool, if it was told of it, and the bookings.</param>
/// <param name="Funding">The case at funding, and the bookings.</param>
/// <param name="Naturalisation">The referrals.</param>
internal sealed record References(IReadOnlyList<Guid> Interpreters, IReadOnlyList<Guid> Funding, IReadOnlyList<Guid> Naturalisation)
{
    /// <summary>All of them.</summary>
    public IEnumerable<Guid> All => Interpreters.Concat(Funding).Concat(Naturalisation).Distinct();

    public static async Task<References> OfAsync(CasesDb db, Guid caseId, CancellationToken ct)
    {
        var bookings = await db.InterpreterRequests.Where(row => row.CaseId == caseId).Select(row => row.BookingRef).ToListAsync(ct);
        var pool = await db.Cases.Where(row => row.Id == caseId).Select(row => row.InterpretersRef).SingleAsync(ct);
        var file = await db.FundingFiles.Where(row => row.CaseId == caseId).Select(row => row.Reference).ToListAsync(ct);
        var referrals = await db.Referrals.Where(row => row.CaseId == caseId).Select(row => row.Id).ToListAsync(ct);
        return new References(bookings.Count == 0 ? [] : [pool, .. bookings], [.. file, .. bookings], referrals);
    }
}
