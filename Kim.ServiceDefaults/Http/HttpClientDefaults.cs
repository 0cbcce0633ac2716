using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Kim.ServiceDefaults;

/// <summary>Every HTTP client finds services by name and is patient in a bounded way: 5 s in all, at most two retries of what may be repeated.</summary>
internal static class HttpClientDefaults
{
    internal static readonly TimeSpan Total = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHttpClients(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(options =>
            {
                // A repeated POST may act twice, unless it carries the key under which its first answer is kept.
                var transient = options.Retry.ShouldHandle;
                options.Retry.ShouldHandle = async attempt => IsIdempotent(attempt.Context.GetRequestMessage()) && await transient(attempt);
                options.Retry.MaxRetryAttempts = 2;
                options.Retry.Delay = TimeSpan.FromMilliseconds(200);
                // A single attempt may use the whole time: a slow answer is better than the same question again.
                options.AttemptTimeout.Timeout = Total;
                options.TotalRequestTimeout.Timeout = Total;
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
            });
            http.AddServiceDiscovery();
        });
        return services;
    }

    private static bool IsIdempotent(HttpRequestMessage? request) => request is not null
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Headers.Contains("Idempotency-Key"));
}
