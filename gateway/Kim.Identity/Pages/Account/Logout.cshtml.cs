using Kim.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Identity.Pages.Account;

/// <summary>Signing out, asked first: reached when no client vouches for the wish.</summary>
public sealed class LogoutModel(IServiceProvider services) : SignInPage
{
    /// <summary>Asks.</summary>
    public void OnGet()
    {
    }

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var cookie = (await HttpContext.AuthenticateAsync(SignInCookies.Session)).Principal;
        if (cookie.IdIn("sub") is { } userId && cookie.IdIn("sid") is { } sessionId)
            await services.GetRequiredService<SignInDesk>().SignOutAsync(HttpContext, userId, sessionId, ct);
        return LocalRedirect(With("/account/signed-out"));
    }
}
