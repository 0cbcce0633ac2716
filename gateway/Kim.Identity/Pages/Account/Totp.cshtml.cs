using Kim.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Kim.Identity.Pages.Account;

/// <summary>Second step of the sign-in: the one-time code. Reached only with a right password, within five minutes.</summary>
public sealed class TotpModel(IServiceProvider services, IStringLocalizer<Texts> texts) : SignInPage
{
    /// <summary>What was typed as the code.</summary>
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>Shows the form, or starts over.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await services.GetRequiredService<SignInDesk>().PendingAsync(HttpContext, ct) is null ? LocalRedirect(With("/account/login")) : Page();

    /// <summary>Checks the code; right: signed in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var desk = services.GetRequiredService<SignInDesk>();
        if (await desk.PendingAsync(HttpContext, ct) is not { } user) return LocalRedirect(With("/account/login"));

        var attempt = await desk.GiveCodeAsync(HttpContext, user, Code is { Length: <= 12 } code ? code : "", ct);
        if (attempt.Wait is { } wait) return Braked(texts, wait);
        return attempt.Ok ? LocalRedirect(Afterwards) : Refused(texts["CodeWrong"]);
    }
}
