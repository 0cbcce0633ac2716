using System.Globalization;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Info;

/// <summary>Remembers the chosen language for a year and goes back.</summary>
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet(string code, [FromQuery(Name = "return")] string? back)
    {
        var chosen = CultureInfo.GetCultureInfo(code == "en" ? "en" : "de");
        Response.Cookies.Append(
            PagesSetup.LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo("de-DE"), chosen)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), Path = "/", IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
