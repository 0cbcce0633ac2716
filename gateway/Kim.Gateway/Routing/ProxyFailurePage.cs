using System.Diagnostics;

namespace Kim.Gateway.Routing;

/// <summary>The page for people when portal or sign-in do not answer. It stands alone: their style sheets are away, too.</summary>
internal static class ProxyFailurePage
{
    public static Task WriteAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Kim ist gerade nicht erreichbar</title>
            </head>
            <body>
              <main>
                <h1>Kim ist gerade nicht erreichbar</h1>
                <p>Was Sie zuletzt gespeichert haben, ist gespeichert. Bitte laden Sie die Seite in einigen Sekunden neu.</p>
                <p>Bleibt es dabei, nennen Sie der IT diese Nummer: <code>{Activity.Current?.TraceId.ToHexString()}</code></p>
                <p lang="en">Kim cannot be reached right now. What you saved last is safe. Please reload this page in a few seconds.</p>
              </main>
            </body>
            </html>
            """, http.RequestAborted);
    }
}
