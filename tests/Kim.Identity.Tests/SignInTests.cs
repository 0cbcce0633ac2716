using System.Net;
using Kim.Contracts.Vocabulary;
using Kim.Demo.SignIn;
using Kim.Identity.Domain;
using Kim.Identity.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Identity.Tests;

[Collection(IdentityTests.Name)]
public sealed class SignInTests(IdentityHost host)
{
    [Fact]
    public async Task A_one_time_code_works_once()
    {
        var person = await host.PersonAsync(Roles.Office);
        var code = person.Code;
        var (first, second) = (await AtCodePageAsync(person), await AtCodePageAsync(person));
        await first.SubmitAsync(new() { ["code"] = code }, default);
        Assert.NotNull(first.LeftFor(new Flow(host).Callback));
        await second.SubmitAsync(new() { ["code"] = code }, default);
        Assert.Null(second.LeftFor(new Flow(host).Callback));
        Assert.True(second.HasField("code"));
    }

    [Fact]
    public async Task A_person_gets_a_page_where_a_program_gets_a_problem()
    {
        using var client = host.Client();
        (await client.CallAsync("/account/nowhere")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml");
        var page = (await client.CallAsync("/account/nowhere")).Expect(HttpStatusCode.NotFound).Text;
        Assert.Equal(2, page.Split("<h1>").Length);
        (await client.CallAsync("/api/v1/identity/nowhere")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Without_the_code_there_is_no_session()
    {
        var person = await host.PersonAsync(Roles.Office);
        var browser = await AtCodePageAsync(person);
        await browser.OpenAsync(new Flow(host).Authorize(), default);
        Assert.True(browser.HasField("password"));
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_look_the_same()
    {
        var person = await host.PersonAsync(Roles.Office);
        Assert.Equal(await RefusalAsync("nobody-of-this-name"), await RefusalAsync(person.Account.Name));
    }

    [Fact]
    public async Task Guessing_is_slowed_but_does_not_lock_the_owner_out()
    {
        var person = await host.PersonAsync(Roles.Office);
        var known = new FormBrowser(host.Client());
        await new Flow(host).CodeAsync(person, known);

        HttpStatusCode last = default;
        // Waits double from the sixth try on: however slow the machine is, some guess comes too early.
        for (var guess = 0; guess < 20 && last != HttpStatusCode.TooManyRequests; guess++) last = await GuessAsync(person.Account.Name);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);

        // The owner's browser has signed in before: the guesses of others do not reach its counter.
        await known.OpenAsync("/account/login?returnUrl=" + Uri.EscapeDataString(new Flow(host).Authorize()), default);
        await known.SubmitAsync(new() { ["username"] = person.Account.Name, ["password"] = Person.Password }, default);
        Assert.True(known.HasField("code"), known.Where);
        var braked = await host.Database.ScalarAsync<long>("select count(*) from sign_in_records where outcome = 'Braked'");
        Assert.True(braked > 0);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_closed_to_scripts()
    {
        var person = await host.PersonAsync(Roles.Office);
        using var client = new HttpClient(new CookieLog(host.Wire())) { BaseAddress = IdentityHost.Origin };
        var browser = new FormBrowser(client);
        await new Flow(host).CodeAsync(person, browser);
        Assert.Equal(4, CookieLog.Seen.Select(cookie => cookie.Split('=')[0]).Distinct().Count());
        Assert.All(CookieLog.Seen, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var flag in (string[])["secure", "httponly", "path=/", "samesite="]) Assert.Contains(flag, cookie.ToLowerInvariant(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie_and_the_refresh_tokens()
    {
        var person = await host.PersonAsync(Roles.Office);
        var (flow, browser) = (new Flow(host), new FormBrowser(host.Client()));
        var tokens = (await flow.RedeemAsync(await flow.CodeAsync(person, browser))).Json;
        await browser.OpenAsync(flow.Authorize(), default);
        Assert.NotNull(browser.LeftFor(flow.Callback));

        await browser.OpenAsync("/account/logout", default);
        await browser.SubmitAsync([], default);
        await browser.OpenAsync(flow.Authorize(), default);
        Assert.True(browser.HasField("password"));
        Assert.Equal("invalid_grant", (await flow.RefreshAsync(tokens.Text("refresh_token"))).Json.Text("error"));
    }

    [Fact]
    public async Task A_client_signs_out_with_its_id_token_and_comes_back_to_its_page()
    {
        var person = await host.PersonAsync(Roles.Office);
        var (flow, browser) = (new Flow(host, "kim-portal", "/signin-oidc"), new FormBrowser(host.Client()));
        var tokens = (await flow.RedeemAsync(await flow.CodeAsync(person, browser), IdentityHost.PortalSecret)).Json;
        var back = Uri.EscapeDataString("http://localhost:8080/signout-callback-oidc");
        using var response = await flow.Http.GetAsync($"/connect/logout?id_token_hint={tokens.Text("id_token")}&post_logout_redirect_uri={back}");
        Assert.StartsWith("http://localhost:8080/signout-callback-oidc", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(400, (await flow.RefreshAsync(tokens.Text("refresh_token"), IdentityHost.PortalSecret)).Status);
    }

    [Fact]
    public async Task A_session_ends_after_ten_hours()
    {
        var person = await host.PersonAsync(Roles.Office);
        var flow = new Flow(host);
        var tokens = (await flow.RedeemAsync(await flow.CodeAsync(person))).Json;
        host.Clock!.Advance(TimeSpan.FromHours(10));
        Assert.Equal("invalid_grant", (await flow.RefreshAsync(tokens.Text("refresh_token"))).Json.Text("error"));
    }

    [Fact]
    public async Task An_invitation_works_once_and_wants_a_good_password()
    {
        var link = await Bootstrap.InviteAsync(host.Services, "invited-" + Guid.NewGuid().ToString("N")[..8], Roles.Office);
        var browser = new FormBrowser(host.Client());
        await browser.OpenAsync(link.PathAndQuery, default);
        await browser.SubmitAsync(new() { ["password"] = "coesfeld2026", ["code"] = "123456" }, default);
        Assert.Contains("leicht zu erraten", browser.Where, StringComparison.Ordinal);

        await Person.SetUpAsync(host, "invited", link);
        await browser.OpenAsync(link.PathAndQuery, default);
        Assert.False(browser.HasField("password"));
    }

    [Fact]
    public async Task A_password_is_hashed_with_all_rounds_at_the_latest_at_the_next_sign_in()
    {
        Assert.True(Passwords.Rounds >= 600_000);
        Assert.Equal(Passwords.Rounds, Options<PasswordHasherOptions>(services => services.AddSignIn()).IterationCount);

        var person = await host.PersonAsync(Roles.Office);
        var weak = new PasswordHasher<KimUser>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(null!, Person.Password);
        await host.Database.QueryAsync("update users set password_hash = $1 where user_name = $2", weak, person.Account.Name);
        Assert.Equal(500, await RoundsAsync(person));
        await person.SignInAsync("cases");
        Assert.Equal(IdentityHost.Rounds, await RoundsAsync(person));
    }

    [Fact]
    public async Task Pages_are_German_first_and_strict()
    {
        using var client = host.Client();
        var german = await client.CallAsync("/account/login");
        Assert.Contains("<html lang=\"de\"", german.Text, StringComparison.Ordinal);
        Assert.Contains("Benutzername", german.Text, StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            german.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("User name", (await client.CallAsync("/account/login?lang=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = host.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("username", "x"), KeyValuePair.Create("password", "y")]);
        using var response = await client.PostAsync("/account/login", form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    // Layout of the hasher's third format: marker, algorithm, then the rounds, big-endian.
    private async Task<int> RoundsAsync(Person person) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(
        Convert.FromBase64String((await host.Database.ScalarAsync<string>("select password_hash from users where user_name = $1", person.Account.Name))!).AsSpan(5, 4));

    private static T Options<T>(Action<IServiceCollection> configure) where T : class
    {
        var services = new ServiceCollection();
        configure(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<T>>().Value;
    }

    private async Task<FormBrowser> AtCodePageAsync(Person person)
    {
        var browser = new FormBrowser(host.Client());
        await browser.OpenAsync(new Flow(host).Authorize(), default);
        await browser.SubmitAsync(new() { ["username"] = person.Account.Name, ["password"] = Person.Password }, default);
        Assert.True(browser.HasField("code"), browser.Where);
        return browser;
    }

    private async Task<string> RefusalAsync(string name)
    {
        var browser = new FormBrowser(host.Client());
        await browser.OpenAsync("/account/login", default);
        await browser.SubmitAsync(new() { ["username"] = name, ["password"] = "falsch geraten, leider" }, default);
        Assert.True(browser.HasField("password"));
        return browser.Where;
    }

    private async Task<HttpStatusCode> GuessAsync(string name)
    {
        var browser = new FormBrowser(host.Client());
        await browser.OpenAsync("/account/login", default);
        await browser.SubmitAsync(new() { ["username"] = name, ["password"] = "falsch geraten, leider" }, default);
        return browser.Status;
    }

    private sealed class CookieLog(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public static readonly List<string> Seen = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies)) Seen.AddRange(cookies.Where(cookie => !cookie.Contains("1970", StringComparison.Ordinal)));
            return response;
        }
    }
}
