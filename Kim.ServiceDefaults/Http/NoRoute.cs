using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceDefaults;

/// <summary>
/// What is no operation needs no right: a wrong path, method or media type is said as such (404, 405, 415) to everybody. Without this
/// the rule 'nothing is open that has no policy' would call all of them forbidden. It stands behind authentication, which
/// answers some of identity's addresses by itself.
/// </summary>
internal static class NoRoute
{
    public static void UseNoRoute(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is RouteEndpoint) return next(http);
        if (endpoint?.RequestDelegate is { } refusal) return refusal(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
