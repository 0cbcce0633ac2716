using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Forwarder;

namespace Kim.Gateway.Routing;

/// <summary>What a caller sees when the process behind a route does not answer: never an empty page, always when to come back.</summary>
internal static class ProxyFailures
{
    private static readonly Error Unavailable = new("unavailable", "The service is not available now. Nothing was saved.", 503);
    private static readonly Error TooSlow = new("timeout", "The service did not answer in time. Look before you repeat: it may have saved.", 504);
    private static readonly Error Broken = new("bad-gateway", "The service broke off. Look before you repeat: it may have saved.", 502);

    public static async Task Explain(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.HasStarted || http.GetForwarderErrorFeature() is not { } failure) return;
        // The proxy takes the end of the request's time for a caller who left: this hands it on to who answers that.
        if (http.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true) throw new OperationCanceledException(http.RequestAborted);
        if (http.Response.StatusCode is 400 or 413 || http.RequestAborted.IsCancellationRequested) return;

        var error = ErrorOf(failure);
        http.Response.Clear();
        http.Response.Headers["trace-id"] = System.Diagnostics.Activity.Current?.TraceId.ToHexString();
        if (error.Status == 503) http.Response.Headers.RetryAfter = "5";
        await error.ToProblem().ExecuteAsync(http);
    }

    // Only when no connection came about it is certain that nothing happened behind it.
    private static Error ErrorOf(IForwarderErrorFeature failure) => failure switch
    {
        { Error: ForwarderError.NoAvailableDestinations } => Unavailable,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } => Unavailable,
        { Error: ForwarderError.RequestTimedOut or ForwarderError.UpgradeActivityTimeout } => TooSlow,
        _ => Broken,
    };
}
