using System.Globalization;
using Kim.Identity.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;

namespace Kim.Identity.SignIn;

internal static class SignInSetup
{
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSignInCookies();
        services.AddSingleton<KnownDevice>();
        services.AddScoped<GuessBrake>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<Passwords>();
        services.AddScoped<Sessions>();
        services.AddScoped<Invitations>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<IPasswordHasher<KimUser>, PasswordHasher<KimUser>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds);
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Account"));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddAntiforgery(options =>
        {
            options.Cookie = new AlwaysSecureCookie { Name = "__Host-kim-sign-in-form", Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
    }

    public static void MapSignInPages(this WebApplication app)
    {
        var languages = new[] { new CultureInfo("de"), new CultureInfo("en") };
        var localization = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("de"),
            SupportedCultures = languages,
            SupportedUICultures = languages,
            // German unless somebody chose otherwise: the browser's language says little about an office's PC.
            RequestCultureProviders = [new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" }],
        };
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase), pages =>
        {
            pages.UseRequestLocalization(localization);
            pages.Use((HttpContext http, RequestDelegate next) =>
            {
                http.Response.Headers.ContentSecurityPolicy = PagePolicy;
                http.Response.OnStarting(() =>
                {
                    // Antiforgery says it itself, and warns when somebody said it before.
                    if (http.Response.Headers.CacheControl.Count == 0) http.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                http.Response.Headers["Referrer-Policy"] = "same-origin";
                return next(http);
            });
        });
        app.MapRazorPages();
    }

    // Antiforgery refuses 'Always' on a request that came over plain http behind the gateway; the cookie itself may be Secure
    // all the same, and browsers send it to http://localhost.
    private sealed class AlwaysSecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
