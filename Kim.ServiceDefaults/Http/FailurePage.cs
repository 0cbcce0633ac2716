using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Kim.ServiceDefaults;

/// <summary>A failure as a page for people, where no other page can be made. It stands alone: its style sheets may be away, too.</summary>
internal static class FailurePage
{
    private static readonly Words Away = new(
        "Kim ist gerade nicht erreichbar",
        "Was Sie zuletzt gespeichert haben, ist gespeichert. Bitte laden Sie die Seite in einigen Sekunden neu.",
        "Kim cannot be reached right now. What you saved last is safe. Please reload this page in a few seconds.");

    private static readonly Words Busy = new(
        "Zu viele Anfragen",
        "Bitte warten Sie einige Sekunden und laden Sie die Seite dann neu.",
        "Too many requests. Please wait a few seconds and reload this page.");

    private static readonly Words Missing = new(
        "Diese Seite gibt es so nicht",
        "Bitte beginnen Sie noch einmal auf der Startseite.",
        "There is no such page. Please begin again at the start page.");

    private static readonly Words Refused = new(
        "Das ging so nicht",
        "Die Anfrage wurde nicht angenommen, und nichts wurde geändert. Bitte beginnen Sie noch einmal auf der Startseite.",
        "The request was not accepted, and nothing was changed. Please begin again at the start page.");

    /// <summary>Whether a person's browser waits for the answer, and not a program that uses the API.</summary>
    public static bool IsWanted(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Writes the page: what happened, what to do, and the number under which operations find it.</summary>
    public static Task WriteAsync(HttpContext http, int status)
    {
        var words = status switch
        {
            >= 500 => Away,
            StatusCodes.Status429TooManyRequests => Busy,
            StatusCodes.Status404NotFound => Missing,
            _ => Refused,
        };
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{words.Title}</title>
            </head>
            <body>
              <main>
                <h1>{words.Title}</h1>
                <p>{words.Text}</p>
                <p>Bleibt es dabei, nennen Sie der IT diese Nummer: <code>{Activity.Current?.TraceId.ToHexString()}</code></p>
                <p lang="en">{words.English}</p>
              </main>
            </body>
            </html>
            """, http.RequestAborted);
    }

    private sealed record Words(string Title, string Text, string English);
}
