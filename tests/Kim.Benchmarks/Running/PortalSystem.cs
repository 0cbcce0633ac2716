using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kim.Benchmarks.Running;

/// <summary>What stands behind a page of the portal, as in an installation: identity, gateway, portal, cases and network behind one origin.</summary>
internal sealed class PortalSystem : IAsyncDisposable
{
    private static readonly string[] Programs = ["identity", "cases", "network", "gateway", "portal"];

    private readonly Dictionary<string, int> _ports = Programs.ToDictionary(name => name, _ => Ports.Free());
    private readonly List<BenchProgram> _running = [];
    private readonly string _secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private readonly string _key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    private readonly BenchSystem _system;
    private ServiceDatabase? _identity;

    private PortalSystem(BenchSystem system) => _system = system;

    /// <summary>The public origin. Cookies are bound to the name, so it is no address.</summary>
    public Uri Origin => new(Text.Of($"http://localhost:{_ports["gateway"]}/"));

    private string AccountsFile => Path.Combine(_system.Folder, "demo-accounts.json");

    public static async Task<PortalSystem> StartAsync(BenchSystem system)
    {
        var portal = new PortalSystem(system);
        foreach (var service in (string[])["cases", "network"]) await system.DatabaseAsync(service, portal.SettingsOf());
        portal._identity = await system.DatabaseAsync("identity", portal.SettingsOf());
        foreach (var program in Programs) portal._running.Add(system.Start(program, portal.SettingsOf(), portal._ports[program]));
        foreach (var program in portal._running) await program.ReadyAsync();
        return portal;
    }

    /// <summary>A browser in which the demo account <c>cm</c> has signed in: a session of its own.</summary>
    public async Task<PortalBrowser> SignInAsync()
    {
        // Identity takes each one-time code once; twenty people have twenty codes, one account needs half a minute for each.
        await _identity!.QueryAsync("update users set last_totp_step = 0");
        var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(AccountsFile)).RootElement.GetProperty("accounts");
        return await PortalBrowser.SignInAsync(Origin, accounts.EnumerateArray().Single(account => account.GetProperty("name").GetString() == "cm"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _running) await program.DisposeAsync();
    }

    private Dictionary<string, string> SettingsOf()
    {
        const string noLimit = "1000000";
        var settings = new Dictionary<string, string>
        {
            // Demo accounts exist in no other environment.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Kim__Demo"] = "true",
            ["Identity__Issuer"] = Origin.AbsoluteUri,
            ["Identity__MetadataAddress"] = Text.Of($"http://127.0.0.1:{_ports["identity"]}/.well-known/openid-configuration"),
            ["Identity__Clients__Portal__Secret"] = _secret,
            ["Identity__KeyEncryptionKey"] = _key,
            ["Identity__DemoAccountsFile"] = AccountsFile,
            ["Portal__DataProtectionKeys"] = Path.Combine(_system.Folder, "keys"),
            ["Gateway__Limits__AddressPerSecond"] = noLimit, ["Gateway__Limits__AddressBurst"] = noLimit,
            ["Gateway__Limits__CallerPerSecond"] = noLimit, ["Gateway__Limits__CallerBurst"] = noLimit,
        };
        foreach (var (name, port) in _ports) settings[$"services__{name}__http__0"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        return settings;
    }
}
