using System.Diagnostics;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.SignIn;

/// <summary>What a step of the sign-in came to.</summary>
/// <param name="Ok">Whether it was right.</param>
/// <param name="Wait">How long to wait before the next try, when tries came too fast.</param>
internal sealed record Attempt(bool Ok, TimeSpan? Wait = null);

/// <summary>The two steps of the sign-in, and its end. Every outcome is recorded.</summary>
internal sealed class SignInDesk(
    SignInDb db, Passwords passwords, OneTimeCodes codes, Sessions sessions, GuessBrake brake, KnownDevice devices, IHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan LongestPasswordWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestCodeWait = TimeSpan.FromMinutes(15);

    /// <summary>First step. Right only for an account that is set up and may act; the answer never says which part was wrong.</summary>
    public async Task<Attempt> GivePasswordAsync(HttpContext http, string userName, string password, CancellationToken ct)
    {
        var name = KimUser.Normalize(userName);
        var user = await db.Users.SingleOrDefaultAsync(row => row.NormalizedName == name, ct);
        var key = GuessBrake.KeyOf("password", name, user is null ? null : devices.Find(http, user));
        if (await brake.TryAsync(key, LongestPasswordWait, ct) is { } wait) return await RefuseAsync(user?.Id, SignInOutcome.Braked, wait, ct);

        var right = await passwords.CheckAsync(user, password, ct);
        if (!right || !user!.IsSetUp || !await MayActAsync(user, ct)) return await RefuseAsync(user?.Id, SignInOutcome.PasswordRefused, null, ct);
        await http.SignInAsync(SignInCookies.SecondFactor, SignInCookies.Principal(SignInCookies.SecondFactor, user.Id));
        return new Attempt(true);
    }

    /// <summary>The person whose password was right in this browser, a moment ago.</summary>
    public async Task<KimUser?> PendingAsync(HttpContext http, CancellationToken ct)
    {
        var pending = await http.AuthenticateAsync(SignInCookies.SecondFactor);
        return pending.Principal.IdIn("sub") is { } id ? await db.Users.SingleOrDefaultAsync(row => row.Id == id, ct) : null;
    }

    /// <summary>Second step: starts a new session; nothing of an earlier one is taken over.</summary>
    public async Task<Attempt> GiveCodeAsync(HttpContext http, KimUser user, string code, CancellationToken ct)
    {
        var device = devices.Find(http, user);
        var key = GuessBrake.KeyOf("code", user.Id.ToString(), device);
        if (await brake.TryAsync(key, LongestCodeWait, ct) is { } wait) return await RefuseAsync(user.Id, SignInOutcome.Braked, wait, ct);
        if (!await MayActAsync(user, ct) || !await codes.UseAsync(user, code, ct)) return await RefuseAsync(user.Id, SignInOutcome.CodeRefused, null, ct);

        await brake.ForgetAsync(key, ct);
        await brake.ForgetAsync(GuessBrake.KeyOf("password", user.NormalizedName, device), ct);
        var session = await sessions.StartAsync(user, ct);
        await RecordAsync(user.Id, SignInOutcome.SignedIn, ct);
        await http.SignOutAsync(SignInCookies.SecondFactor);
        await http.SignInAsync(SignInCookies.Session, SignInCookies.Principal(SignInCookies.Session, user.Id, session.Id));
        devices.Remember(http, user);
        return new Attempt(true);
    }

    public async Task SignOutAsync(HttpContext http, Guid userId, Guid sessionId, CancellationToken ct)
    {
        await sessions.EndAsync(sessionId, ct);
        await RecordAsync(userId, SignInOutcome.SignedOut, ct);
        await http.SignOutAsync(SignInCookies.Session);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    public async Task RecordAsync(Guid? userId, SignInOutcome outcome, CancellationToken ct)
    {
        db.Add(new SignInRecord { At = clock.GetUtcNow(), UserId = userId, Outcome = outcome, TraceId = Activity.Current?.TraceId.ToHexString() });
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> MayActAsync(KimUser user, CancellationToken ct) =>
        !(user.IsDemo && environment.IsProduction())
        && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == user.Id, ct) is { MayAct: true };

    private async Task<Attempt> RefuseAsync(Guid? userId, SignInOutcome outcome, TimeSpan? wait, CancellationToken ct)
    {
        await RecordAsync(userId, outcome, ct);
        return new Attempt(false, wait);
    }
}
