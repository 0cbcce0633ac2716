using System.Collections.Concurrent;
using Kim.Gateway.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kim.Identity.Tests;

/// <summary>What a backend saw.</summary>
public sealed record Seen(string Method, string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>The gateway on a real port in front of one backend that plays every service; 'interpreters' is down.</summary>
public class GatewayHost : IAsyncLifetime
{
    private readonly ConcurrentQueue<Seen> _seen = new();
    private WebApplication _backend = null!;
    private Factory _gateway = null!;

    public Uri Address => _gateway.ClientOptions.BaseAddress;

    public Seen Last => _seen.Last();

    public int Requests => _seen.Count;

    public IReadOnlyCollection<Seen> All => _seen;

    protected virtual Dictionary<string, string?> Settings => [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _backend = builder.Build();
        _backend.Run(AnswerAsync);
        await _backend.StartAsync();

        var settings = Settings;
        foreach (var service in (string[])["cases", "network", "identity", "portal"]) settings[$"services:{service}:http:0"] = _backend.Urls.Single();
        settings["services:interpreters:http:0"] = "http://127.0.0.1:1";
        _gateway = await RealPort.StartAsync<Factory, LimitOptions>(() => new Factory(settings));
    }

    /// <summary>A client that sends what the test says, no trace context of its own.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        _seen.Enqueue(new Seen(http.Request.Method, http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (http.Request.Path.Value!.Contains("broken", StringComparison.Ordinal))
        {
            http.Abort();
            return;
        }

        http.Response.Headers["trace-id"] = "of-the-service";
        http.Response.Headers.Server = "backend";
        await http.Response.WriteAsJsonAsync(new { ok = true });
    }

    private sealed class Factory(Dictionary<string, string?> settings) : WebApplicationFactory<LimitOptions>
    {
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
            return base.CreateHost(builder);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}

/// <summary>A gateway with little patience.</summary>
public sealed class NarrowGateway : GatewayHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Gateway:Limits:CallerPerSecond"] = "1", ["Gateway:Limits:CallerBurst"] = "3" };
}

/// <summary>A gateway under https, as its issuer says.</summary>
public sealed class PublicGateway : GatewayHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Identity:Issuer"] = "https://kim.example.de/" };
}
