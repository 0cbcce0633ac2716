using System.Globalization;
using Kim.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceDefaults;

/// <summary>
/// How much a request may bring and how long it may take, in every process. Kestrel refuses without a body what it cannot parse, so its
/// own walls for the head of a request stand a little further out: up to them the refusal is a problem document.
/// </summary>
internal static class Limits
{
    internal const int BodyBytes = 1_048_576;
    internal const int DrainBytes = 33_554_432;
    internal const int HeaderBytes = 32_768;
    internal const int HeaderCount = 100;
    internal const int TargetBytes = 8_192;
    internal static readonly TimeSpan Request = TimeSpan.FromSeconds(30);

    internal static readonly Error BodyTooLarge = new("body-too-large", "The request body is too large.", 413);
    private static readonly Error HeadersTooLarge = new("headers-too-large", "The request's headers are too large.", 431);
    private static readonly Error TargetTooLong = new("uri-too-long", "The request's address is too long.", 414);
    private static readonly Error TooSlow = new("timeout", "It took too long and was given up. Look before you repeat, or repeat with the same Idempotency-Key.", 503);

    public static void AddLimits(this IServiceCollection services)
    {
        // A line of a head ends with CR LF and nothing else: what stands before or behind may see another line (request smuggling).
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes + 16_384;
            kestrel.Limits.MaxRequestHeaderCount = HeaderCount * 2;
            kestrel.Limits.MaxRequestLineSize = TargetBytes * 2;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Request, WriteTimeoutResponse = GiveUpAsync });
    }

    /// <summary>Refuses heads that are too large, or announce a body that is, before anything looks at them.</summary>
    public static void UseHeadLimits(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize) return RefuseBodyAsync(http);
        if (http.Features.Get<IHttpRequestFeature>()?.RawTarget.Length > TargetBytes) return TargetTooLong.ToProblem().ExecuteAsync(http);
        return Fits(http.Request.Headers) ? next(http) : HeadersTooLarge.ToProblem().ExecuteAsync(http);
    });

    /// <summary>
    /// Answers 413 and then reads what the client is still sending, up to <see cref="DrainBytes"/>: a connection that is shut at once would
    /// break the client's write before it reads the answer.
    /// </summary>
    private static async Task RefuseBodyAsync(HttpContext http)
    {
        var announced = http.Request.ContentLength;
        http.Response.Headers.Connection = "close";
        await BodyTooLarge.ToProblem().ExecuteAsync(http);
        await http.Response.CompleteAsync();
        // Who asked first sends nothing now.
        if (announced > DrainBytes || http.Request.Headers.Expect.Count > 0 || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size) return;
        size.MaxRequestBodySize = DrainBytes;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }

    private static bool Fits(IHeaderDictionary headers)
    {
        var (bytes, count) = (0L, 0);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                bytes += name.Length + (value?.Length ?? 0) + 4;
                count++;
            }
        }

        return bytes <= HeaderBytes && count <= HeaderCount;
    }

    private static Task GiveUpAsync(HttpContext http)
    {
        // The request's own token is what has just ended: with it nothing could be written.
        http.RequestAborted = CancellationToken.None;
        http.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        return TooSlow.ToProblem().ExecuteAsync(http);
    }
}
