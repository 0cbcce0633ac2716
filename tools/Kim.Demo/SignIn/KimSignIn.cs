using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using OtpNet;

namespace Kim.Demo.SignIn;

/// <summary>
/// Signs in like a person with a browser: authorization code with PKCE, the real login form, the one-time code. There is no
/// side door for scripts. Every call is a fresh browser without cookies.
/// </summary>
/// <param name="origin">The public origin of Kim.</param>
/// <param name="handler">Where requests go, if not over the network (tests).</param>
/// <param name="clock">The time of the one-time codes, if not the real one (tests).</param>
public sealed class KimSignIn(Uri origin, HttpMessageHandler? handler = null, TimeProvider? clock = null) : IDisposable
{
    private const string ClientId = "kim-cli";
    private const int StepSeconds = 30;

    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, handler is null)
    {
        BaseAddress = origin,
        Timeout = TimeSpan.FromSeconds(40),
    };

    private Uri Callback => new(origin, "/account/cli-code");

    /// <summary>The whole flow.</summary>
    /// <param name="account">Who signs in.</param>
    /// <param name="scope">Service names, separated by spaces: the audiences of the token.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Tokens> SignInAsync(DemoAccount account, string scope, CancellationToken ct = default)
    {
        var verifier = UrlSafe(RandomNumberGenerator.GetBytes(32));
        var browser = new FormBrowser(_http);
        await browser.OpenAsync(AuthorizePath(scope, verifier), ct);
        if (!browser.HasField("password")) throw new DemoException($"The login page did not come: {browser.Where}.");
        await browser.SubmitAsync(new() { ["username"] = account.Name, ["password"] = account.Password }, ct);
        if (!browser.HasField("code")) throw new DemoException($"Kim refused the password of '{account.Name}': {browser.Where}.");
        await SubmitOneTimeCodeAsync(browser, account, ct);

        var code = browser.LeftFor(Callback) ?? throw new DemoException($"No authorization code came for '{account.Name}': {browser.Where}.");
        return await RedeemAsync(code, verifier, ct);
    }

    /// <summary>Trades a refresh token for new tokens; the old one is worthless afterwards.</summary>
    public Task<Tokens> RefreshAsync(string refreshToken, CancellationToken ct = default) => RequestTokensAsync(
        new() { ["grant_type"] = "refresh_token", ["client_id"] = ClientId, ["refresh_token"] = refreshToken }, ct);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // A code works once. Who signs in twice within 30 seconds needs the next one: the server allows one step of clock
    // difference, so that one is tried before waiting.
    private async Task SubmitOneTimeCodeAsync(FormBrowser browser, DemoAccount account, CancellationToken ct)
    {
        var totp = new Totp(Base32Encoding.ToBytes(account.TotpSecret), StepSeconds);
        foreach (var ahead in new[] { 0, StepSeconds })
        {
            await browser.SubmitAsync(new() { ["code"] = CodeAt(totp, ahead) }, ct);
            if (!browser.HasField("code")) return;
        }

        await Task.Delay(TimeSpan.FromSeconds(totp.RemainingSeconds() + 1), ct);
        await browser.SubmitAsync(new() { ["code"] = CodeAt(totp, StepSeconds) }, ct);
    }

    private string CodeAt(Totp totp, int aheadSeconds) =>
        totp.ComputeTotp((clock ?? TimeProvider.System).GetUtcNow().UtcDateTime.AddSeconds(aheadSeconds));

    private string AuthorizePath(string scope, string verifier)
    {
        var challenge = UrlSafe(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var state = UrlSafe(RandomNumberGenerator.GetBytes(16));
        return $"/connect/authorize?client_id={ClientId}&response_type=code&redirect_uri={Uri.EscapeDataString(Callback.ToString())}"
            + $"&scope={Uri.EscapeDataString("openid offline_access " + scope)}&state={state}&code_challenge={challenge}&code_challenge_method=S256";
    }

    private Task<Tokens> RedeemAsync(string code, string verifier, CancellationToken ct) => RequestTokensAsync(
        new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = Callback.ToString(),
            ["code"] = code,
            ["code_verifier"] = verifier,
        },
        ct);

    private async Task<Tokens> RequestTokensAsync(Dictionary<string, string> form, CancellationToken ct)
    {
        using var response = await _http.PostAsync("/connect/token", new FormUrlEncodedContent(form), ct);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new DemoException($"Kim gave no token: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}");
        return (await response.Content.ReadFromJsonAsync<Tokens>(ct))!;
    }

    private static string UrlSafe(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

/// <summary>What the token endpoint gave.</summary>
/// <param name="AccessToken">For the services, five minutes.</param>
/// <param name="RefreshToken">For the next access token, once.</param>
public sealed record Tokens(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken);
