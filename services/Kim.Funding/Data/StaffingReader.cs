using Kim.Funding.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Data;

/// <summary>Positions with who holds them, as rules need them.</summary>
internal static class StaffingReader
{
    // The actor type of the Kommunale Integrationszentrum in the directory of the profile.
    private const string Ki = "KI";

    /// <summary>All positions with their attributes and occupancies: some dozens in a Kreis.</summary>
    public static async Task<IReadOnlyList<StaffedPosition>> StaffedAsync(this FundingDb db, CancellationToken ct)
    {
        var positions = await db.Positions.AsNoTracking().Include(position => position.Attributes).OrderBy(position => position.Key).ToListAsync(ct);
        var occupancies = (await db.Occupancies.AsNoTracking().ToListAsync(ct)).ToLookup(row => row.Position, StringComparer.Ordinal);
        return [.. positions.Select(position => new StaffedPosition(position, [.. occupancies[position.Key]]))];
    }

    /// <summary>Keys of the organisations that are the KI.</summary>
    public static async Task<HashSet<string>> KiAsync(this FundingDb db, CancellationToken ct) =>
        (await db.Organisations.Where(row => row.ActorType == Ki).Select(row => row.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The check of the quotas.</summary>
    public static async Task<(QuotaCheck Check, IReadOnlyList<StaffedPosition> Positions, HashSet<string> Ki)> QuotaCheckAsync(this FundingDb db, CancellationToken ct)
    {
        var (positions, ki) = (await db.StaffedAsync(ct), await db.KiAsync(ct));
        return (new QuotaCheck(await db.Modules.AsNoTracking().ToListAsync(ct), positions, ki.Contains), positions, ki);
    }

    /// <summary>
    /// A position with its rows, locked until the transaction ends: of two who fill it at the same time the second sees what the
    /// first did. Null when there is none.
    /// </summary>
    public static async Task<StaffedPosition?> LockAsync(this FundingDb db, string key, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from positions where key = {key} for update", ct);
        var position = await db.Positions.Include(found => found.Attributes).SingleOrDefaultAsync(found => found.Key == key, ct);
        return position is null ? null : new StaffedPosition(position, await db.Occupancies.Where(row => row.Position == key).ToListAsync(ct));
    }
}
