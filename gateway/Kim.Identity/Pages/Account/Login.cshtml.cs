using Kim.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Kim.Identity.Pages.Account;

/// <summary>First step of the sign-in: name and password.</summary>
public sealed class LoginModel(IServiceProvider services, IStringLocalizer<Texts> texts) : SignInPage
{
    /// <summary>What was typed as the name.</summary>
    [BindProperty(Name = "username")]
    public string? UserName { get; set; }

    /// <summary>What was typed as the password; it never goes back to the page.</summary>
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Checks the password; right: on to the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password)) return Refused(texts["CredentialsMissing"]);
        if (UserName.Length > 100 || Password.Length > Domain.PasswordRules.Longest) return Refused(texts["CredentialsWrong"]);

        var attempt = await services.GetRequiredService<SignInDesk>().GivePasswordAsync(HttpContext, UserName, Password, ct);
        if (attempt.Wait is { } wait) return Braked(texts, wait);
        return attempt.Ok ? LocalRedirect(With("/account/totp")) : Refused(texts["CredentialsWrong"]);
    }
}
