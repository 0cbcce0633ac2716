using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Kim.ServiceDefaults;

/// <summary>Every HTTP client finds services by name and is patient in a bounded way.</summary>
internal static class HttpClientDefaults
{
    public static IServiceCollection AddHttpClients(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(options =>
            {
                // A repeated POST may act twice: only safe methods are retried.
                options.Retry.DisableForUnsafeHttpMethods();
                options.Retry.MaxRetryAttempts = 2;
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(10);
                options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(30);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
            });
            http.AddServiceDiscovery();
        });
        return services;
    }
}
