using Kim.Gateway.Routing;
using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;

namespace Kim.Gateway.Edge;

/// <summary>What never gets past the edge: foreign trust headers, the portal's cookie on API routes, odd methods, bodies over the limit.</summary>
internal static class EdgeRules
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" };

    // Headers by which a client could claim to be somebody or somewhere else.
    private static readonly string[] SpoofablePrefixes = ["X-Forwarded", "X-Kim-", "X-Original-", "X-Envoy-", "X-Rewrite-"];
    private static readonly string[] Spoofable = ["Forwarded", "X-Real-IP", "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override"];

    private static readonly Error BodyTooLarge = new("body-too-large", "The request body is too large.", 413);
    private static readonly Error WrongMethod = new("method-not-allowed", "This method is not used here.", 405);

    public static void UseEdge(this IApplicationBuilder app) => app.Use(Apply);

    private static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (!Methods.Contains(http.Request.Method))
        {
            http.Response.Headers.Allow = string.Join(", ", Methods);
            return WrongMethod.ToProblem().ExecuteAsync(http);
        }

        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (http.Request.ContentLength > limit) return BodyTooLarge.ToProblem().ExecuteAsync(http);

        Strip(http.Request);
        return next(http);
    }

    private static void Strip(HttpRequest request)
    {
        foreach (var name in request.Headers.Keys.Where(IsSpoofable).ToArray()) request.Headers.Remove(name);
        if (!IsApi(request.Path)) return;

        request.Headers.Remove("Cookie");
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0 && !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) request.Headers.Remove("Authorization");
    }

    internal static bool IsApi(PathString path) =>
        RouteTable.ApiPrefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsSpoofable(string name) =>
        Spoofable.Contains(name, StringComparer.OrdinalIgnoreCase)
        || SpoofablePrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
