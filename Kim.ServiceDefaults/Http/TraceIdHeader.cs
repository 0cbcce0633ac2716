using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.ServiceDefaults;

/// <summary>Every answer names its trace, so that a user can quote it and ops can find it.</summary>
internal static class TraceIdHeader
{
    public const string Name = "trace-id";

    public static void UseTraceIdHeader(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        if (Activity.Current is { } activity) http.Response.Headers[Name] = activity.TraceId.ToHexString();
        return next(http);
    });
}
