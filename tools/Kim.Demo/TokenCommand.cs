using Kim.Demo.SignIn;

namespace Kim.Demo;

/// <summary><c>token ACCOUNT</c>: an access token for scripts, got the way a browser gets it. Prints the token alone.</summary>
internal static class TokenCommand
{
    private const string AllServices = "cases network interpreters funding naturalisation identity";

    public static async Task<int> RunAsync(Arguments args, CancellationToken ct)
    {
        if (args.Words is not [var name]) return Usage.Print();
        var account = DemoAccounts.Load(args.Option("accounts", ".kim/demo-accounts.json")).Find(name);
        using var signIn = new KimSignIn(new Uri(args.Option("base", "http://localhost:8080")));
        var tokens = await signIn.SignInAsync(account, args.Option("scope", AllServices), ct);
        Console.WriteLine(tokens.AccessToken);
        return 0;
    }
}
