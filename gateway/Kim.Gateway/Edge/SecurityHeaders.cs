namespace Kim.Gateway.Edge;

/// <summary>Security headers on every answer. A page's own content security policy wins; what has none may load nothing.</summary>
internal static class SecurityHeaders
{
    internal const string ClosedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app, IConfiguration configuration)
    {
        // TLS may end before the gateway: the public origin decides, not the hop that the gateway sees.
        var https = configuration["Identity:Issuer"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            http.Response.OnStarting(() => Complete(http, https || http.Request.IsHttps));
            return next(http);
        });
    }

    private static Task Complete(HttpContext http, bool https)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        SetIfAbsent(headers, "Referrer-Policy", "same-origin");
        SetIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        SetIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        SetIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        SetIfAbsent(headers, "Content-Security-Policy", ClosedPolicy);
        if (https) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        if (EdgeRules.IsApi(http.Request.Path)) SetIfAbsent(headers, "Cache-Control", "no-store");
        return Task.CompletedTask;
    }

    private static void SetIfAbsent(IHeaderDictionary headers, string name, string value)
    {
        if (!headers.ContainsKey(name)) headers[name] = value;
    }
}
