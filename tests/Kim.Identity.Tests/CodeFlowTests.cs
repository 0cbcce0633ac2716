using System.Net;
using Kim.Contracts.Vocabulary;
using Kim.Demo.SignIn;

namespace Kim.Identity.Tests;

[Collection(IdentityTests.Name)]
public sealed class CodeFlowTests(IdentityHost host)
{
    [Fact]
    public async Task A_person_signs_in_with_password_code_and_PKCE()
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var tokens = await person.SignInAsync("cases network");

        Assert.Equal("at+jwt", TokenText.Header(tokens.AccessToken).Text("typ"));
        Assert.Equal("RS256", TokenText.Header(tokens.AccessToken).Text("alg"));
        var claims = TokenText.Claims(tokens.AccessToken);
        Assert.Equal("http://localhost:8080/", claims.Text("iss"));
        Assert.Equal(["cases", "network"], TokenText.Many(claims, "aud").Order());
        Assert.Equal([Roles.CaseManager], TokenText.Many(claims, "role"));
        Assert.Equal("kim-cli", claims.Text("client_id"));
        Assert.Contains("cases", claims.Text("scope").Split(' '));
        Assert.Equal(["otp", "pwd"], TokenText.Many(claims, "amr").Order());
        Assert.Equal(300, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.Null(claims["name"]);
        Assert.True(Guid.TryParse(claims.Text("sub"), out _));
    }

    [Fact]
    public async Task The_own_account_answers_to_the_own_token()
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var answer = (await (await person.ApiAsync()).CallAsync("/api/v1/identity/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(person.Account.Name, answer.Json.Text("userName"));
    }

    [Theory]
    [InlineData("", "S256")]
    [InlineData("a-plain-challenge-that-is-long-enough-0123456789", "plain")]
    public async Task A_request_without_PKCE_is_refused(string challenge, string method)
    {
        var flow = new Flow(host);
        using var response = await flow.Http.GetAsync(flow.Authorize(challenge, method));
        var said = response.Headers.Location?.ToString() ?? await response.Content.ReadAsStringAsync();
        Assert.Contains("invalid_request", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/login", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080/account/cli-code/")]
    [InlineData("http://localhost:8080/account/cli-code?x=1")]
    [InlineData("http://evil.example/account/cli-code")]
    public async Task A_foreign_redirect_address_is_refused(string address)
    {
        var flow = new Flow(host) { Callback = new Uri(address) };
        using var response = await flow.Http.GetAsync(flow.Authorize());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task A_code_works_once_and_its_second_use_ends_the_tokens_of_the_first()
    {
        var person = await host.PersonAsync(Roles.Office);
        var flow = new Flow(host);
        var code = await flow.CodeAsync(person);
        var first = await flow.RedeemAsync(code);
        Assert.Equal(200, first.Status);

        var second = await flow.RedeemAsync(code);
        Assert.Equal((400, "invalid_grant"), (second.Status, second.Json.Text("error")));
        Assert.Equal(400, (await flow.RefreshAsync(first.Json.Text("refresh_token"))).Status);
    }

    [Fact]
    public async Task A_code_ends_after_a_minute()
    {
        var person = await host.PersonAsync(Roles.Office);
        var flow = new Flow(host);
        var code = await flow.CodeAsync(person);
        host.Clock!.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("invalid_grant", (await flow.RedeemAsync(code)).Json.Text("error"));
    }

    [Fact]
    public async Task A_code_is_worthless_with_another_verifier()
    {
        var person = await host.PersonAsync(Roles.Office);
        var code = await new Flow(host).CodeAsync(person);
        Assert.Equal("invalid_grant", (await new Flow(host).RedeemAsync(code)).Json.Text("error"));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_its_theft_ends_the_chain()
    {
        var person = await host.PersonAsync(Roles.Office);
        var flow = new Flow(host);
        var first = (await flow.RedeemAsync(await flow.CodeAsync(person))).Json.Text("refresh_token");
        var second = await flow.RefreshAsync(first);
        Assert.Equal(200, second.Status);
        Assert.NotEqual(first, second.Json.Text("refresh_token"));

        host.Clock!.Advance(TimeSpan.FromSeconds(10));
        var stolen = await flow.RefreshAsync(first);
        Assert.Equal((400, "invalid_grant"), (stolen.Status, stolen.Json.Text("error")));
        Assert.Equal(400, (await flow.RefreshAsync(second.Json.Text("refresh_token"))).Status);
    }

    [Fact]
    public async Task The_portal_trades_its_token_for_one_audience_at_a_time()
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var flow = new Flow(host, "kim-portal", "/signin-oidc");
        var code = await flow.CodeAsync(person, scope: "openid profile offline_access cases network");
        Assert.Equal("invalid_client", (await flow.RedeemAsync(code)).Json.Text("error"));

        var own = (await flow.RedeemAsync(code, IdentityHost.PortalSecret)).Json;
        Assert.Equal(["kim-portal"], TokenText.Many(TokenText.Claims(own.Text("access_token")), "aud"));
        Assert.Equal(person.Account.Name, TokenText.Claims(own.Text("id_token")).Text("name"));

        var traded = await flow.ExchangeAsync(own.Text("access_token"), IdentityHost.PortalSecret, "cases");
        Assert.True(traded.Status == 200, traded.Json.ToJsonString());
        var claims = TokenText.Claims(traded.Json.Text("access_token"));
        Assert.Equal(["cases"], TokenText.Many(claims, "aud"));
        Assert.Equal(TokenText.Claims(own.Text("access_token")).Text("sub"), claims.Text("sub"));
        Assert.Equal("at+jwt", TokenText.Header(traded.Json.Text("access_token")).Text("typ"));
    }

    [Theory]
    [InlineData("cases", "network")]
    [InlineData("interpreters")]
    [InlineData("unheard-of")]
    public async Task An_exchange_gives_nothing_beyond_one_covered_audience(params string[] audiences)
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var flow = new Flow(host, "kim-portal", "/signin-oidc");
        var own = (await flow.RedeemAsync(await flow.CodeAsync(person), IdentityHost.PortalSecret)).Json;
        Assert.Equal(400, (await flow.ExchangeAsync(own.Text("access_token"), IdentityHost.PortalSecret, audiences)).Status);
    }

    [Fact]
    public async Task Only_the_portal_may_exchange()
    {
        var person = await host.PersonAsync(Roles.CaseManager);
        var flow = new Flow(host);
        var own = (await flow.RedeemAsync(await flow.CodeAsync(person))).Json;
        var refused = await flow.ExchangeAsync(own.Text("access_token"), null, "cases");
        Assert.Equal((400, "unauthorized_client"), (refused.Status, refused.Json.Text("error")));
    }

    [Fact]
    public async Task A_service_of_the_house_gets_a_token_for_its_scopes_alone()
    {
        var flow = new Flow(host, "naturalisation");
        var token = await flow.TokenAsync(new() { ["grant_type"] = "client_credentials", ["scope"] = "cases" }, IdentityHost.PortalSecret);
        Assert.Equal(["cases"], TokenText.Many(TokenText.Claims(token.Json.Text("access_token")), "aud"));
        var beyond = await flow.TokenAsync(new() { ["grant_type"] = "client_credentials", ["scope"] = "network" }, IdentityHost.PortalSecret);
        Assert.Equal(400, beyond.Status);
    }

    [Fact]
    public async Task Unused_grants_are_off()
    {
        var flow = new Flow(host);
        var refused = await flow.TokenAsync(new() { ["grant_type"] = "password", ["username"] = "x", ["password"] = "y" }, null);
        Assert.Equal((400, "unsupported_grant_type"), (refused.Status, refused.Json.Text("error")));
    }

    [Fact]
    public async Task Metadata_names_public_addresses_to_browsers_and_the_direct_one_to_processes()
    {
        using var client = host.Client();
        client.BaseAddress = new Uri("http://127.0.0.1:5999/");
        var direct = (await client.CallAsync("/.well-known/openid-configuration")).Json;
        Assert.Equal("http://localhost:8080/", direct.Text("issuer"));
        Assert.Equal("http://localhost:8080/connect/authorize", direct.Text("authorization_endpoint"));
        Assert.Equal("http://127.0.0.1:5999/connect/token", direct.Text("token_endpoint"));
        Assert.Equal("http://127.0.0.1:5999/.well-known/jwks", direct.Text("jwks_uri"));

        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "localhost:8080");
        var through = (await client.CallAsync("/.well-known/openid-configuration")).Json;
        Assert.Equal("http://localhost:8080/.well-known/jwks", through.Text("jwks_uri"));
        Assert.Equal(["S256"], through["code_challenge_methods_supported"]!.AsArray().Select(value => value!.GetValue<string>()));
    }
}
