using System.Security.Claims;
using Kim.Identity.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Kim.Identity.SignIn;

/// <summary>The cookies of the sign-in: all bound to this host alone, never readable by scripts, never sent by other sites.</summary>
internal static class SignInCookies
{
    /// <summary>Both factors were given.</summary>
    public const string Session = "kim-session";

    /// <summary>The password was right, the code is to come; five minutes.</summary>
    public const string SecondFactor = "kim-second-factor";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void AddSignInCookies(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddCookie(Session, options =>
            {
                Harden(options, "__Host-kim-identity");
                options.LoginPath = "/account/login";
                options.ReturnUrlParameter = "returnUrl";
                options.ExpireTimeSpan = Idle;
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = CheckSessionAsync;
            })
            .AddCookie(SecondFactor, options =>
            {
                Harden(options, "__Host-kim-second-factor");
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                options.SlidingExpiration = false;
            });
    }

    public static ClaimsPrincipal Principal(string scheme, Guid userId, Guid? sessionId = null)
    {
        var identity = new ClaimsIdentity([new Claim("sub", userId.ToString())], scheme);
        if (sessionId is { } session) identity.AddClaim(new Claim("sid", session.ToString()));
        return new ClaimsPrincipal(identity);
    }

    public static Guid? IdIn(this ClaimsPrincipal? principal, string claim) =>
        Guid.TryParse(principal?.FindFirst(claim)?.Value, out var id) ? id : null;

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        // Lax: the browser arrives at the provider by a link from the portal.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }

    // A copied cookie is worth nothing once the person has signed out, or the account is closed.
    private static async Task CheckSessionAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.FindAsync(context.Principal.IdIn("sub"), context.Principal.IdIn("sid"), context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Session);
    }
}

/// <summary>
/// Remembers a browser on which this person has signed in before. Guesses from elsewhere slow down other browsers only, so
/// nobody is locked out by somebody else's guessing (OWASP: device cookies).
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string CookieName = "__Host-kim-device";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known device").ToTimeLimitedDataProtector();

    /// <summary>The device's key when it is known for this user, else null.</summary>
    public string? Find(HttpContext http, KimUser user)
    {
        if (http.Request.Cookies[CookieName] is not { } cookie) return null;
        try
        {
            var parts = _protector.Unprotect(cookie).Split('|');
            return parts is [var owner, var device] && owner == user.Id.ToString() ? device : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext http, KimUser user) => http.Response.Cookies.Append(
        CookieName,
        _protector.Protect($"{user.Id}|{Guid.NewGuid():N}", Kept),
        new CookieOptions { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Expires = clock.GetUtcNow() + Kept, IsEssential = true });
}
