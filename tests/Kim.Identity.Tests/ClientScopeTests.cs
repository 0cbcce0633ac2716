using Kim.Contracts.Vocabulary;

namespace Kim.Identity.Tests;

/// <summary>Clients that act for nobody: one door each, a secret of their own, and no way for a person to have their scope.</summary>
[Collection(IdentityTests.Name)]
public sealed class ClientScopeTests(IdentityHost host)
{
    [Theory]
    [InlineData("naturalisation-facts", IdentityHost.NaturalisationSecret, "cases:consented-facts", "cases")]
    [InlineData("funder-kfi", IdentityHost.FunderSecret, "funding:reports", "funding")]
    public async Task A_client_gets_a_token_for_its_one_door(string client, string secret, string scope, string audience)
    {
        var (status, json) = await AskAsync(client, secret, scope);
        Assert.Equal(200, status);
        Assert.Null(json["refresh_token"]);
        var claims = TokenText.Claims(json.Text("access_token"));
        Assert.Equal([audience], TokenText.Many(claims, "aud"));
        Assert.Equal((client, client), (claims.Text("sub"), claims.Text("client_id")));
        Assert.Equal([scope], TokenText.Many(claims, "scope"));
        Assert.Empty(TokenText.Many(claims, "role"));
        Assert.True(claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>() <= 300);
    }

    [Theory]
    [InlineData("naturalisation-facts", IdentityHost.NaturalisationSecret, "funding:reports", "invalid_request")]
    [InlineData("naturalisation-facts", IdentityHost.NaturalisationSecret, "cases", "invalid_request")]
    [InlineData("naturalisation-facts", IdentityHost.NaturalisationSecret, "cases:consented-facts funding:reports", "invalid_request")]
    [InlineData("naturalisation-facts", IdentityHost.FunderSecret, "cases:consented-facts", "invalid_client")]
    [InlineData("naturalisation-facts", "wrong", "cases:consented-facts", "invalid_client")]
    [InlineData("naturalisation-facts", null, "cases:consented-facts", "invalid_request")]
    [InlineData("nobody", "wrong", "cases:consented-facts", "invalid_client")]
    public async Task Another_door_or_another_secret_is_refused(string client, string? secret, string scope, string error)
    {
        var (status, json) = await AskAsync(client, secret, scope);
        Assert.InRange(status, 400, 401);
        Assert.Equal(error, json.Text("error"));
        Assert.Null(json["access_token"]);
    }

    [Theory]
    [InlineData("kim-cli", "/account/cli-code")]
    [InlineData("kim-portal", "/signin-oidc")]
    public async Task No_persons_sign_in_gets_the_scope_of_a_client(string client, string callback)
    {
        foreach (var scope in new[] { "cases:consented-facts", "funding:reports" })
        {
            using var flow = new HttpClient(host.Wire()) { BaseAddress = IdentityHost.Origin };
            var answer = await flow.GetAsync(new Flow(host, client, callback).Authorize(scope: "openid cases " + scope), TestContext.Current.CancellationToken);
            var said = answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("invalid_request", said, StringComparison.Ordinal);
            Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_persons_token_is_not_traded_for_the_scope_of_a_client()
    {
        var person = await host.PersonAsync(Roles.NaturalisationOfficer);
        var flow = new Flow(host, "kim-portal", "/signin-oidc");
        var (_, tokens) = await flow.RedeemAsync(await flow.CodeAsync(person), IdentityHost.PortalSecret);
        var (status, json) = await flow.ExchangeAsync(tokens.Text("access_token"), IdentityHost.PortalSecret, "cases:consented-facts");
        Assert.Equal((400, "invalid_target"), (status, json.Text("error")));
        Assert.DoesNotContain("cases:consented-facts", TokenText.Many(TokenText.Claims((await person.SignInAsync("cases")).AccessToken), "scope"));
    }

    private Task<(int Status, System.Text.Json.Nodes.JsonNode Json)> AskAsync(string client, string? secret, string scope) =>
        new Flow(host, client).TokenAsync(new() { ["grant_type"] = "client_credentials", ["scope"] = scope }, secret);
}
