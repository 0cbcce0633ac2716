using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kim.Demo.SignIn;

namespace Kim.Identity.Tests;

/// <summary>The code flow in single steps, so that a test can leave one out or repeat it.</summary>
internal sealed class Flow(IdentityHost host, string clientId = "kim-cli", string callback = "/account/cli-code")
{
    private readonly string _verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public HttpClient Http { get; } = host.Client();

    public Uri Callback { get; init; } = new(IdentityHost.Origin, callback);

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));

    public string Authorize(string? challenge = null, string method = "S256", string scope = "openid offline_access cases network") =>
        $"/connect/authorize?client_id={clientId}&response_type=code&redirect_uri={Uri.EscapeDataString(Callback.ToString())}"
        + $"&scope={Uri.EscapeDataString(scope)}&state=s"
        + (challenge == "" ? "" : $"&code_challenge={challenge ?? Challenge}&code_challenge_method={method}");

    /// <summary>From the login page to the authorization code.</summary>
    public async Task<string> CodeAsync(Person person, FormBrowser? browser = null, string scope = "openid offline_access cases network")
    {
        browser ??= new FormBrowser(Http);
        await browser.OpenAsync(Authorize(scope: scope), default);
        await browser.SubmitAsync(new() { ["username"] = person.Account.Name, ["password"] = Person.Password }, default);
        await browser.SubmitAsync(new() { ["code"] = person.Code }, default);
        host.NextCode();
        return browser.LeftFor(Callback) ?? throw new InvalidOperationException("No code: " + browser.Where);
    }

    public Task<(int Status, JsonNode Json)> RedeemAsync(string code, string? secret = null) => TokenAsync(new()
    {
        ["grant_type"] = "authorization_code", ["redirect_uri"] = Callback.ToString(), ["code"] = code, ["code_verifier"] = _verifier,
    }, secret);

    public Task<(int Status, JsonNode Json)> RefreshAsync(string refreshToken, string? secret = null) =>
        TokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, secret);

    public Task<(int Status, JsonNode Json)> ExchangeAsync(string accessToken, string? secret, params string[] audiences) => SendAsync(
        [
            KeyValuePair.Create("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            KeyValuePair.Create("subject_token", accessToken),
            KeyValuePair.Create("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
            KeyValuePair.Create("requested_token_type", "urn:ietf:params:oauth:token-type:access_token"),
            .. audiences.Select(audience => KeyValuePair.Create("audience", audience)),
        ],
        secret);

    public Task<(int Status, JsonNode Json)> TokenAsync(Dictionary<string, string> form, string? secret) => SendAsync([.. form], secret);

    private async Task<(int Status, JsonNode Json)> SendAsync(List<KeyValuePair<string, string>> form, string? secret)
    {
        form.Add(KeyValuePair.Create("client_id", clientId));
        if (secret is not null) form.Add(KeyValuePair.Create("client_secret", secret));
        using var response = await Http.PostAsync("/connect/token", new FormUrlEncodedContent(form));
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}

/// <summary>What stands in a token.</summary>
internal static class TokenText
{
    public static JsonNode Header(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!;

    public static JsonNode Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;

    public static IReadOnlyList<string> Many(JsonNode claims, string name) => claims[name] switch
    {
        JsonArray several => [.. several.Select(value => value!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [],
    };

    public static string Text(this JsonNode json, string name) => json[name]!.GetValue<string>();
}
