using Kim.Portal.Access;

namespace Kim.Portal.Web;

/// <summary>Headers of every answer. Nothing inline is allowed, so what a template forgets to encode cannot run.</summary>
public static class SecurityHeaders
{
    public static string Policy(IdentitySettings settings)
    {
        var issuer = settings.Issuer.GetLeftPart(UriPartial.Authority);
        // A form's redirect counts as its action: signing out ends at the provider.
        var action = issuer == settings.PublicOrigin.GetLeftPart(UriPartial.Authority) ? "'self'" : $"'self' {issuer}";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + $"form-action {action}; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";
    }

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IdentitySettings>();
        var policy = Policy(settings);
        var isHttps = settings.PublicOrigin.Scheme == Uri.UriSchemeHttps;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (isHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
                if (headers.CacheControl.Count == 0 || !headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal)) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
