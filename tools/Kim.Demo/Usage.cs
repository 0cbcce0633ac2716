namespace Kim.Demo;

/// <summary>What the tool can do.</summary>
internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine("""
            usage: token ACCOUNT [--scope "cases network"] [--base http://localhost:8080] [--accounts .kim/demo-accounts.json]
                   demo [--base http://localhost:8080] [--accounts .kim/demo-accounts.json]

            demo    plays the mission through the gateway: five cases and their golden thread, naturalisation, the released report
            token   signs in as a demo account (authorization code with PKCE, password, one-time code) and prints the access token
            """);
        return 2;
    }
}
