using System.Text.Json;
using Kim.Demo.SignIn;
using OtpNet;

namespace Kim.Benchmarks.Running;

/// <summary>A session of the portal: the cookies that a browser would hold after signing in.</summary>
internal sealed class PortalBrowser
{
    private readonly string _cookies;

    private PortalBrowser(string cookies) => _cookies = cookies;

    /// <summary>Signs in by the real forms: password, one-time code, and back to the portal.</summary>
    /// <param name="origin">The public origin.</param>
    /// <param name="account">An entry of the file that identity writes for a demo installation.</param>
    public static async Task<PortalBrowser> SignInAsync(Uri origin, JsonElement account)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = origin, Timeout = TimeSpan.FromSeconds(60) };
        var browser = new FormBrowser(http);
        await browser.OpenAsync("/cases", default);
        await browser.SubmitAsync(new() { ["username"] = Member("name"), ["password"] = Member("password") }, default);
        await browser.SubmitAsync(new() { ["code"] = new Totp(Base32Encoding.ToBytes(Member("totpSecret"))).ComputeTotp() }, default);
        await browser.ReturnAsync(default);
        if (!browser.Page.Contains("KIM-", StringComparison.Ordinal)) throw new Load.LoadException($"The portal shows no cases after the sign-in: {browser.Where}");
        return new PortalBrowser(browser.Cookies);

        string Member(string name) => account.GetProperty(name).GetString()!;
    }

    /// <summary>A page of this session.</summary>
    public HttpRequestMessage Get(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", _cookies);
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }
}
