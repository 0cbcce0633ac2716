using System.Collections.Concurrent;
using System.Diagnostics;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;

namespace Kim.ServiceKit.Tests;

/// <summary>How patient the HTTP clients of every process are: 5 s in all, two retries, and only of what may be repeated.</summary>
public sealed class ClientPatienceTests : IAsyncLifetime
{
    private readonly ConcurrentBag<string> _seen = [];
    private WebApplication _far = null!;
    private WebApplication _near = null!;

    public async ValueTask InitializeAsync()
    {
        var far = WebApplication.CreateSlimBuilder();
        far.Logging.ClearProviders();
        far.WebHost.UseUrls("http://127.0.0.1:0");
        _far = far.Build();
        _far.Run(async http =>
        {
            _seen.Add(http.Request.Path);
            if (http.Request.Path == "/hangs") await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        });
        await _far.StartAsync();
        var near = WebApplication.CreateBuilder();
        near.AddProcessDefaults("test");
        near.Logging.ClearProviders();
        _near = near.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _near.DisposeAsync();
        await _far.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", false, 3)]
    [InlineData("POST", true, 3)]
    [InlineData("POST", false, 1)]
    [InlineData("PUT", false, 1)]
    [InlineData("DELETE", false, 1)]
    public async Task Only_what_may_be_repeated_is_tried_three_times(string method, bool withKey, int times)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri(_far.Urls.Single()), "/fails")) { Content = method == "GET" ? null : new StringContent("{}") };
        if (withKey) request.Headers.Add("Idempotency-Key", "k");
        using var answer = await Client().SendAsync(request);
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal(times, _seen.Count);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_5_s()
    {
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<ExecutionRejectedException>(() => Client().GetAsync(new Uri(new Uri(_far.Urls.Single()), "/hangs")));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(FaultSuite.SharedMachine ? 15 : 9));
    }

    private HttpClient Client() => _near.Services.GetRequiredService<IHttpClientFactory>().CreateClient("any");
}
