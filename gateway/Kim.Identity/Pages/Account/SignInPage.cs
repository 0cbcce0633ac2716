using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kim.Identity.Pages.Account;

/// <summary>What the pages of the sign-in share: where to go afterwards, the language, and how a refusal looks.</summary>
public abstract class SignInPage : PageModel
{
    /// <summary>Where the person wanted to go: the authorization request, nothing else.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the input was refused, in the person's language.</summary>
    public string? Problem { get; private set; }

    /// <summary>This page with its parameters, for the form.</summary>
    public string Here => With(Request.Path);

    /// <summary>A path of the sign-in with the parameters that travel along.</summary>
    protected string With(string path)
    {
        var query = QueryString.Empty;
        if (Wanted is { } wanted) query = query.Add("returnUrl", wanted);
        if (Request.Query["lang"].ToString() is { Length: > 0 } language) query = query.Add("lang", language);
        return path + query;
    }

    /// <summary>Where to go when both factors were right.</summary>
    protected string Afterwards => Wanted ?? "/";

    /// <summary>The page again, with a reason.</summary>
    protected IActionResult Refused(string problem)
    {
        Problem = problem;
        return Page();
    }

    /// <summary>Tries came too fast.</summary>
    private protected IActionResult Braked(IStringLocalizer texts, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Refused(texts["Wait", seconds]);
    }

    // An open redirect after the sign-in would be a phisher's dream.
    private string? Wanted => Url.IsLocalUrl(ReturnUrl) && ReturnUrl!.StartsWith("/connect/authorize?", StringComparison.Ordinal) ? ReturnUrl : null;
}
