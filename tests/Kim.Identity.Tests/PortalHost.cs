using System.Collections.Concurrent;
using System.Security.Claims;
using Kim.Portal.Access;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kim.Identity.Tests;

/// <summary>A page of the portal.</summary>
/// <param name="Url">Its address, with values in the place of parameters.</param>
/// <param name="Posts">Whether it takes forms.</param>
public sealed record PortalRoute(string Url, bool Posts);

/// <summary>
/// The portal on a real port, with a session as the sign-in leaves it. Behind it a gateway that knows nothing (404) but one file, and
/// provider metadata: pages, cookies, headers and forms are the portal's own.
/// </summary>
public sealed class PortalHost : IAsyncLifetime
{
    public const string Issuer = "https://kim.example.de/";
    private static readonly string[] Audiences = ["cases", "network", "interpreters", "funding", "naturalisation", "identity"];
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication _gateway = null!;
    private Factory _portal = null!;

    public Uri Address => _portal.ClientOptions.BaseAddress;

    /// <summary>Methods of the portal's calls to the API so far.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Every page, read from the routes themselves.</summary>
    public IReadOnlyList<PortalRoute> Routes =>
    [
        .. _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint.RoutePattern, Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(route => route.Page is not null)
            .Select(route => new PortalRoute("/" + Fill(route.RoutePattern.RawText!), Posts(route.Page!)))
            .DistinctBy(route => route.Url),
    ];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _gateway = builder.Build();
        _gateway.Run(AnswerAsync);
        await _gateway.StartAsync();
        _portal = await RealPort.StartAsync<Factory, PortalPage>(() => new Factory(new()
        {
            ["Identity:Issuer"] = Issuer,
            ["Identity:MetadataAddress"] = _gateway.Urls.Single() + "/.well-known/openid-configuration",
            ["Identity:Clients:Portal:Secret"] = IdentityHost.PortalSecret,
            ["services:gateway:http:0"] = _gateway.Urls.Single(),
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A browser that is signed in.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", await SessionAsync());
        return client;
    }

    /// <summary>The cookie of a session that the portal keeps.</summary>
    public async Task<string> SessionAsync()
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = _portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var sessions = _portal.Services.GetRequiredService<Sessions>();
        var now = TimeProvider.System.GetUtcNow();
        string[] roles = ["CASE_MANAGER", "COORDINATOR", "OFFICE", "POOL_DESK", "INTERPRETER", "NATURALISATION_OFFICER", "FUNDING_OFFICER", "FUNDER"];
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new(Sessions.KeyClaim, Guid.NewGuid().ToString("N")), new("sub", Guid.NewGuid().ToString()), new("name", "Test"), .. roles.Select(role => new Claim("role", role))], scheme, "name", "role"));
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddMinutes(30) };
        properties.SetString("kim.signed-in-at", now.ToString("O"));
        var key = await sessions.StoreAsync(new AuthenticationTicket(user, properties, scheme));
        foreach (var audience in Audiences) sessions.Find(user)!.ByAudience[audience] = new TokenGrant("a.b.c", null, now.AddHours(1));
        var reference = new ClaimsIdentity([new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer);
        return Kim.Portal.Access.SignIn.CookieName + "=" + options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(reference), null, scheme));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/.well-known/openid-configuration")
        {
            await http.Response.WriteAsJsonAsync(new { issuer = Issuer, authorization_endpoint = Issuer + "connect/authorize", token_endpoint = Issuer + "connect/token", end_session_endpoint = Issuer + "connect/logout" });
            return;
        }

        _asked.Enqueue(http.Request.Method);
        if (http.Request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal))
        {
            http.Response.ContentType = "text/html";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"bericht.csv\"";
            await http.Response.WriteAsync("<script>alert(1)</script>");
            return;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        await http.Response.WriteAsJsonAsync(new { status = 404, code = "not-found", title = "There is no such thing." }, (System.Text.Json.JsonSerializerOptions?)null, "application/problem+json");
    }

    private static string Fill(string pattern) => string.Join('/', pattern.Split('/').Select(part => part switch
    {
        _ when !part.StartsWith('{') => part,
        _ when part.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        _ when part.Contains("status", StringComparison.Ordinal) => "404",
        _ when part.Contains(":int", StringComparison.Ordinal) => "1",
        _ when part.Contains("format", StringComparison.Ordinal) => "csv",
        _ => "de",
    }));

    private static bool Posts(PageActionDescriptor page) => typeof(PortalPage).Assembly.GetTypes()
        .Where(type => typeof(PageModel).IsAssignableFrom(type) && type.Name == page.ViewEnginePath.Split('/')[^1] + "Model")
        .Any(type => type.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)));

    private sealed class Factory(Dictionary<string, string?> settings) : WebApplicationFactory<PortalPage>
    {
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
            return base.CreateHost(builder);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
