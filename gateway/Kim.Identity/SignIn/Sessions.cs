using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.ServiceKit.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.SignIn;

/// <summary>A person who is signed in, with the account's rights of this moment.</summary>
internal sealed record SignedIn(KimUser User, Account Account, SignInSession Session);

/// <summary>Sessions stand in the database, so that their end is known to every cookie, code and refresh token at once.</summary>
internal sealed class Sessions(SignInDb db, TimeProvider clock)
{
    public async Task<SignInSession> StartAsync(KimUser user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = new SignInSession { Id = Guid.NewGuid(), UserId = user.Id, StartedAt = now };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await db.Sessions.Where(row => row.UserId == user.Id && row.StartedAt < now - SignInSession.Longest * 3).ExecuteDeleteAsync(ct);
        return session;
    }

    /// <summary>The person behind a session that is alive, of an account that may act; null otherwise.</summary>
    public async Task<SignedIn?> FindAsync(Guid? userId, Guid? sessionId, CancellationToken ct)
    {
        if (userId is null || sessionId is null) return null;
        var found = await (from session in db.Sessions.AsNoTracking()
                           join user in db.Users on session.UserId equals user.Id
                           join account in db.Accounts on user.Id equals account.Id
                           where session.Id == sessionId && user.Id == userId
                           select new { session, user, account }).SingleOrDefaultAsync(ct);
        return found is not null && found.session.IsAlive(clock.GetUtcNow()) && found.account.MayAct
            ? new SignedIn(found.user, found.account, found.session)
            : null;
    }

    public Task EndAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Sessions.Where(row => row.Id == sessionId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), ct);
    }
}
