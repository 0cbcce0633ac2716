using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Kim.ServiceDefaults;

/// <summary>
/// Every HTTP client finds services by name and is patient in a bounded way: 5 s in all (or <c>Http:ClientSeconds</c>, 1 to 30), at most
/// two retries of what may be repeated.
/// </summary>
internal static class HttpClientDefaults
{
    internal static readonly TimeSpan Total = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHttpClients(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler().Configure((options, provider) =>
            {
                var total = TotalOf(provider.GetRequiredService<IConfiguration>());
                // A repeated POST may act twice, unless it carries the key under which its first answer is kept.
                var transient = options.Retry.ShouldHandle;
                options.Retry.ShouldHandle = async attempt => IsIdempotent(attempt.Context.GetRequestMessage()) && await transient(attempt);
                options.Retry.MaxRetryAttempts = 2;
                options.Retry.Delay = TimeSpan.FromMilliseconds(200);
                // A single attempt may use the whole time: a slow answer is better than the same question again.
                options.AttemptTimeout.Timeout = total;
                options.TotalRequestTimeout.Timeout = total;
                // At least two attempts must fit into it.
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(Math.Max(30, 2 * total.TotalSeconds));
            });
            http.AddServiceDiscovery();
        });
        return services;
    }

    private static TimeSpan TotalOf(IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Http:ClientSeconds", Total.TotalSeconds);
        return seconds is >= 1 and <= 30 ? TimeSpan.FromSeconds(seconds) : throw new InvalidOperationException($"Http:ClientSeconds is {seconds}; it must be from 1 to 30.");
    }

    private static bool IsIdempotent(HttpRequestMessage? request) => request is not null
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Headers.Contains("Idempotency-Key"));
}
