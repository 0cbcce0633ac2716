using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Threading.RateLimiting;
using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Gateway.Edge;

/// <summary>
/// Token buckets per caller. The subject is read from the token without checking it, as each service checks tokens itself; a
/// client that invents subjects to get new buckets still shares one bucket with all requests of its address.
/// </summary>
internal static class CallerLimits
{
    private static readonly Error TooMany = new("too-many-requests", "Too many requests. Come back later.", 429);

    public static void AddCallerLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Gateway:Limits").Get<LimitOptions>() ?? new LimitOptions();
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket("address " + AddressOf(http), limits.AddressPerSecond, limits.AddressBurst)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfSubject(http, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfSignIn(http, limits)));
            options.OnRejected = (rejected, _) => RefuseAsync(rejected);
        });
    }

    private static RateLimitPartition<string> OfSubject(HttpContext http, LimitOptions limits) => SubjectOf(http.Request) is { } subject
        ? Bucket("subject " + subject, limits.CallerPerSecond, limits.CallerBurst)
        : RateLimitPartition.GetNoLimiter("");

    // Guessing of passwords is braked per account by identity; this brakes one address that tries many accounts.
    private static RateLimitPartition<string> OfSignIn(HttpContext http, LimitOptions limits) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            ? Bucket("sign-in " + AddressOf(http), limits.SignInPerSecond, limits.SignInBurst)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static string? SubjectOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        var parts = authorization["Bearer ".Length..].Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1])) return null;
        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return payload.RootElement.ValueKind == JsonValueKind.Object
                && payload.RootElement.TryGetProperty("sub", out var subject) && subject.ValueKind == JsonValueKind.String
                ? subject.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await TooMany.ToProblem().ExecuteAsync(rejected.HttpContext);
    }
}

/// <summary>Configuration <c>Gateway:Limits</c>: tokens per second and burst of the buckets. All staff may share one address.</summary>
internal sealed class LimitOptions
{
    public int AddressPerSecond { get; init; } = 300;
    public int AddressBurst { get; init; } = 1200;
    public int CallerPerSecond { get; init; } = 50;
    public int CallerBurst { get; init; } = 300;
    public int SignInPerSecond { get; init; } = 3;
    public int SignInBurst { get; init; } = 120;
}
