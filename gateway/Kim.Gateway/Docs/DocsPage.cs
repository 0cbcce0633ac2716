using System.Security.Cryptography;
using Kim.Gateway.Routing;
using Scalar.AspNetCore;

namespace Kim.Gateway.Docs;

/// <summary>One page with the API of all services, at <c>/docs</c>. Its script is served from here; nothing is loaded from elsewhere.</summary>
internal static class DocsPage
{
    public static void MapDocs(this WebApplication app) => app.MapScalarApiReference("/docs", (options, http) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        options.WithTitle("Kim API").WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent();
        foreach (var service in RouteTable.Services) options.AddDocument(service, char.ToUpperInvariant(service[0]) + service[1..], $"/openapi/{service}.json");
        // The reference sets styles on elements; scripts need the nonce.
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    });
}
