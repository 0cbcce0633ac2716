using Kim.Gateway.Routing;
using Kim.Results;
using Kim.ServiceDefaults;

namespace Kim.Gateway.Edge;

/// <summary>What never gets past the edge: foreign trust headers, the portal's cookie on API routes, odd methods, bodies over the limit.</summary>
internal static class EdgeRules
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" };

    // Headers by which a client could claim to be somebody or somewhere else.
    private static readonly string[] SpoofablePrefixes = ["X-Forwarded", "X-Kim-", "X-Original-", "X-Envoy-", "X-Rewrite-"];
    private static readonly string[] Spoofable = ["Forwarded", "X-Real-IP", "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override"];

    // Kestrel puts a Content-Length here that stood beside Transfer-Encoding: no honest client sends both, and what is behind may read the other.
    private const string DroppedLength = "X-Content-Length";

    private static readonly Error WrongMethod = new("method-not-allowed", "This method is not used here.", 405);

    private static readonly Error TwoLengths = new("bad-request", "The request says in two ways how long it is.", 400);
    private static readonly Error OtherOrigin = new("cross-origin", "Another site sent this request. Nothing was done.", 403);

    public static void UseEdge(this IApplicationBuilder app, IConfiguration configuration)
    {
        // What stands before the gateway may speak to it under another name than the browser: the public origin is right as well.
        var origin = Uri.TryCreate(configuration["Identity:Issuer"], UriKind.Absolute, out var issuer) ? issuer.Authority : null;
        app.Use((HttpContext http, RequestDelegate next) => ApplyAsync(http, next, origin));
    }

    private static Task ApplyAsync(HttpContext http, RequestDelegate next, string? publicOrigin)
    {
        if (!Methods.Contains(http.Request.Method))
        {
            http.Response.Headers.Allow = string.Join(", ", Methods);
            return WrongMethod.ToProblem().ExecuteAsync(http);
        }

        if (http.Request.Headers.ContainsKey(DroppedLength))
        {
            http.Response.Headers.Connection = "close";
            return TwoLengths.ToProblem().ExecuteAsync(http);
        }

        if (IsFromElsewhere(http.Request, publicOrigin)) return OtherOrigin.ToProblem().ExecuteAsync(http);

        Strip(http.Request);
        return next(http);
    }

    /// <summary>A form of another site, sent with this site's cookies: refused before a page sees it. API routes take no cookies.</summary>
    private static bool IsFromElsewhere(HttpRequest request, string? publicOrigin)
    {
        if (IsApi(request.Path) || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site") return true;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return false;
        var from = Uri.TryCreate(origin, UriKind.Absolute, out var parsed) ? parsed.Authority : "";
        return from.Length == 0 || (!Same(from, request.Host.Value) && !Same(from, publicOrigin));
    }

    private static void Strip(HttpRequest request)
    {
        foreach (var name in request.Headers.Keys.Where(IsSpoofable).ToArray()) request.Headers.Remove(name);
        if (!IsApi(request.Path)) return;

        request.Headers.Remove("Cookie");
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0 && !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) request.Headers.Remove("Authorization");
    }

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    internal static bool IsApi(PathString path) =>
        RouteTable.ApiPrefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsSpoofable(string name) =>
        Spoofable.Contains(name, StringComparer.OrdinalIgnoreCase)
        || SpoofablePrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
