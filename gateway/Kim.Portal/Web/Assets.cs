using System.Globalization;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kim.Portal.Web;

/// <summary>Style sheets, fonts and scripts. Only these are compressed: pages carry secrets (antiforgery tokens) beside what a caller sends.</summary>
public static class Assets
{
    private const int Year = 31_536_000;

    public static void AddAssets(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];
    });

    public static void UseAssets(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                // Named with the hash of their content they never change; without it (the sign-in pages) a day is enough.
                var age = file.Context.Request.Query.ContainsKey("v") ? Year : 86_400;
                file.Context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={age}, immutable");
            },
        });
    }
}
