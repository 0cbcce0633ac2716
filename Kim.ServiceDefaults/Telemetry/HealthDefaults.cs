using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.ServiceDefaults;

/// <summary>
/// Probes in every environment: <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can work), which names each
/// dependency with its state. The gateway never routes them.
/// </summary>
internal static class HealthDefaults
{
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = 200,
                // Degraded: the broker is away, requests still succeed and events wait in the outbox.
                [HealthStatus.Degraded] = 200,
                [HealthStatus.Unhealthy] = 503,
            },
            ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(new Readiness(
                report.Status.ToString(), report.Entries.ToDictionary(check => check.Key, check => check.Value.Status.ToString()))),
        }).AllowAnonymous();
    }

    /// <summary>The answer of <c>/health/ready</c>.</summary>
    /// <param name="Status">Healthy, Degraded (requests succeed, events wait) or Unhealthy.</param>
    /// <param name="Dependencies">The same of each dependency: <c>database</c>, <c>broker</c>.</param>
    private sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Dependencies);
}
