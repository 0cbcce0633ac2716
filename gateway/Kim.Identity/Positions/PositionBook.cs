using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Identity.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Positions;

/// <summary>Keeps what funding says of positions, and brings the account behind one up to it.</summary>
internal sealed class PositionBook(IdentityDb db, AccountBook book)
{
    /// <summary>Keeps a fact, once, whether or not the account is known by now; then the account follows.</summary>
    public async Task KeepAsync(OccupancyFact fact, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into occupancy_facts (position, version, vacated, account_id, module, fachaufsicht, "from", until)
            values ({fact.Position}, {fact.Version}, {fact.Vacated}, {fact.AccountId}, {fact.Module}, {fact.Fachaufsicht}, {fact.From}, {fact.Until})
            on conflict do nothing
            """, ct);
        await FollowAsync(fact.AccountId, ct);
    }

    /// <summary>
    /// Brings an account up to the facts of today. Its row is locked before they are read: of two facts that come at once, the one that
    /// waits sees both.
    /// </summary>
    public async Task FollowAsync(Guid accountId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from accounts where id = {accountId} for update", ct);
        if (await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, ct) is not { } account) return;
        await book.FollowAsync(account, ct);
        await db.SaveChangesAsync(ct);
    }
}
