using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Kim.Demo.SignIn;
using Kim.Identity.Features.Accounts;
using Kim.Identity.Setup;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Kim.Identity.Tests;

/// <summary>Somebody with an account: what is needed to sign in, and a browser of the own.</summary>
public sealed class Person
{
    public const string Password = "ein ganzer Satz ist ein guter Anfang";
    private readonly IdentityHost _host;

    private Person(IdentityHost host, DemoAccount account) => (_host, Account) = (host, account);

    public DemoAccount Account { get; }

    /// <summary>The code of this moment.</summary>
    public string Code => new Totp(Base32Encoding.ToBytes(Account.TotpSecret)).ComputeTotp(_host.Clock!.GetUtcNow().UtcDateTime);

    public static async Task<Person> SetUpAsync(IdentityHost host, string name, Uri link)
    {
        var browser = new FormBrowser(host.Client());
        await browser.OpenAsync(link.PathAndQuery, default);
        var secret = Regex.Match(browser.Page, "<code id=\"key\">([A-Z2-7]+)</code>").Groups[1].Value;
        var person = new Person(host, new DemoAccount(name, Password, secret));
        await browser.SubmitAsync(new() { ["password"] = Password, ["code"] = person.Code }, default);
        Assert.False(browser.HasField("password"), browser.Where);
        host.NextCode();
        return person;
    }

    /// <summary>Signs in with a fresh browser, and makes the next code due.</summary>
    public async Task<Tokens> SignInAsync(string scope = "cases network interpreters funding naturalisation identity")
    {
        using var signIn = _host.SignIn();
        var tokens = await signIn.SignInAsync(Account, scope);
        _host.NextCode();
        return tokens;
    }

    /// <summary>A client of the API, signed in.</summary>
    public async Task<HttpClient> ApiAsync()
    {
        var tokens = await SignInAsync("identity");
        var client = _host.ClientWith(tokens.AccessToken);
        client.BaseAddress = IdentityHost.Origin;
        return client;
    }
}

/// <summary>The first way into an installation.</summary>
internal static class Bootstrap
{
    public static async Task<Uri> InviteAsync(IServiceProvider services, string name, string role)
    {
        await using var scope = services.CreateAsyncScope();
        return await InviteMode.InviteAsync(scope.ServiceProvider, name, new AccountRights([role], "kreis", null, [], null));
    }
}
