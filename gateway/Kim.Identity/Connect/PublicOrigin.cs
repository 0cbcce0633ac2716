namespace Kim.Identity.Connect;

/// <summary>
/// Identity stands behind the gateway: whatever host and scheme the hop had, addresses are built from the public origin. Who
/// fetches the metadata directly gets the direct address for the calls between processes, and the public one for browsers.
/// </summary>
internal static class PublicOrigin
{
    private static readonly object DirectBase = new();

    public static void UsePublicOrigin(this WebApplication app, IdentitySettings settings) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        var request = http.Request;
        if (!request.Headers.ContainsKey("X-Forwarded-Host")) http.Items[DirectBase] = new Uri($"{request.Scheme}://{request.Host}/");
        request.Scheme = settings.Issuer.Scheme;
        request.Host = settings.Issuer.IsDefaultPort ? new HostString(settings.Issuer.Host) : new HostString(settings.Issuer.Host, settings.Issuer.Port);
        return next(http);
    });

    /// <summary>The address by which a process called directly, or null when the call came through the gateway.</summary>
    public static Uri? CalledDirectlyAt(HttpContext? http) => http?.Items[DirectBase] as Uri;
}
