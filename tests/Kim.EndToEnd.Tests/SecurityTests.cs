using System.Net;
using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>What keeps the portal's pages and session safe (ASVS 3.x, 7.x), seen from outside through the gateway.</summary>
[Collection("people of the KI")]
public sealed class SecurityTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    [Theory]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/signed-out")]
    public async Task Every_page_has_the_strict_headers(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(system.Origin) };
        using var answer = await http.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Assets_are_cached_for_long_and_compressed()
    {
        using var http = new HttpClient { BaseAddress = new Uri(system.Origin) };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var answer = await http.GetAsync("/assets/kern/kern.min.css?v=1");

        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_hold_no_token()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        var cookies = (await manager.Page.Context.CookiesAsync()).Where(cookie => cookie.Name.StartsWith("__Host-kim", StringComparison.Ordinal)).ToList();

        Assert.Contains(cookies, cookie => cookie.Name == "__Host-kim");
        Assert.All(cookies, cookie => Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" }, cookie.Name));
        Assert.DoesNotContain(await manager.Page.Context.CookiesAsync(), cookie => cookie.Value.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        var status = await manager.Page.EvaluateAsync<int>("async () => (await fetch('/cases/new', { method: 'POST', body: new URLSearchParams({ 'Input.FamilyName': 'X' }) })).status");

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_is_a_calm_page_with_a_reference()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        foreach (var (address, title) in ((string, string)[])
            [($"/cases/{Guid.NewGuid()}", "Das gibt es hier nicht"), ("/no/such/page", "Das gibt es hier nicht"), ("/interpreters/requests", "Dafür reichen Ihre Rechte nicht")])
        {
            await manager.GoAsync(address);
            await manager.SeesAsync(title);
            Assert.Matches("[0-9a-f]{32}", await manager.Page.Locator("main").InnerTextAsync());
        }
    }

    [Fact]
    public async Task After_signing_out_the_old_cookie_opens_nothing()
    {
        await using var leaver = await browser.OpenAsync(system, "coord");
        await leaver.SignInAsync();
        foreach (var address in (string[])["/cases", "/offers", "/network/themes", "/network/meetings", "/network/measures"]) await leaver.GoAsync(address);
        var session = (await leaver.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "__Host-kim").Value;
        await leaver.PressAsync("Abmelden");
        await leaver.SeesAsync("Sie sind abgemeldet.");

        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(system.Origin) };
        http.DefaultRequestHeaders.Add("Cookie", "__Host-kim=" + session);
        using var answer = await http.GetAsync("/cases");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/connect/authorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
