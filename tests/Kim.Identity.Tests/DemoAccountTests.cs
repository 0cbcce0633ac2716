using System.Text.Json;
using Kim.Demo.SignIn;
using Kim.Identity.Domain;

namespace Kim.Identity.Tests;

[Collection(IdentityTests.Name)]
public sealed class DemoAccountTests(IdentityHost host) : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), "kim-identity-tests-" + Guid.NewGuid().ToString("N"), "demo-accounts.json");
    private ServiceDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await ServiceDatabase.CreateAsync("identity");

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(Path.GetDirectoryName(_file))) Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public async Task Demo_accounts_are_random_private_and_kept()
    {
        Assert.Equal(0, await MigrateAsync("Development"));
        var accounts = Read();
        Assert.Equal(12, accounts.Count);
        Assert.All(accounts, account => Assert.True(account.Password.Length >= 20));
        Assert.Equal(12, accounts.Select(account => account.Password).Concat(accounts.Select(account => account.TotpSecret)).Distinct().Count() / 2);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        Assert.Equal(12L, await CountAsync("select count(*) from outbox where type = 'kim.identity.account-changed'"));

        var before = await HashesAsync();
        Assert.Equal(0, await MigrateAsync("Development"));
        Assert.Equal(accounts, Read());
        Assert.Equal(before, await HashesAsync());
        Assert.Equal(12L, await CountAsync("select count(*) from outbox"));

        File.Delete(_file);
        Assert.Equal(0, await MigrateAsync("Development"));
        Assert.Empty(Read().Select(account => account.Password).Intersect(accounts.Select(account => account.Password)));
        Assert.Equal(12L, await CountAsync("select count(*) from users"));
    }

    [Fact]
    public async Task What_a_position_gave_is_no_departure_from_the_profile()
    {
        Assert.Equal(0, await MigrateAsync("Development"));
        await _database.QueryAsync("update accounts set roles = array['CASE_MANAGER', 'COORDINATOR'], position = 'kim-coord-1' where id = '0a000000-0000-4000-8000-000000000001'");
        Assert.Equal(0, await MigrateAsync("Development"));
        Assert.Equal("kim-coord-1", await _database.ScalarAsync<string>("select position from accounts where id = '0a000000-0000-4000-8000-000000000001'"));
        Assert.Equal(12L, await CountAsync("select count(*) from outbox"));
    }

    [Fact]
    public async Task Accounts_from_before_positions_keep_their_roles_as_their_own()
    {
        Assert.Equal(0, await MigrateAsync("Development"));
        await _database.QueryAsync("delete from standings");
        await _database.QueryAsAsync(_database.Owner, Kim.Identity.Data.StandingMapping.TakeOverSql);
        Assert.Equal(12L, await CountAsync("select count(*) from standings s join accounts a on a.id = s.account_id where s.own_roles = a.roles and s.own_position is not distinct from a.position"));
    }

    [Fact]
    public async Task In_production_there_is_no_demo_account()
    {
        Assert.Equal(0, await MigrateAsync("Production"));
        Assert.False(File.Exists(_file));
        Assert.Equal(0L, await CountAsync("select count(*) from users"));
        Assert.Equal(1L, await CountAsync("select count(*) from openid_clients where client_id = 'kim-cli'"));
    }

    [Fact]
    public async Task Secrets_are_sealed_in_the_database()
    {
        Assert.Equal(0, await MigrateAsync("Development"));
        var dump = string.Join('\n', (await _database.QueryAsync("select row_to_json(u)::text as row from users u union all select row_to_json(k)::text from keys k")).Select(row => row["row"]));
        Assert.All(Read(), account =>
        {
            Assert.DoesNotContain(account.Password, dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(OtpNet.Base32Encoding.ToBytes(account.TotpSecret)), dump, StringComparison.Ordinal);
        });
    }

    private async Task<IEnumerable<string>> HashesAsync() =>
        (await _database.QueryAsync("select password_hash || encode(totp_secret, 'hex') as secret from users order by id")).Select(row => (string)row["secret"]!);

    private async Task<long> CountAsync(string sql) => await _database.ScalarAsync<long>(sql);

    private List<DemoAccount> Read() =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(_file)).GetProperty("accounts").Deserialize<List<DemoAccount>>(JsonSerializerOptions.Web)!;

    private async Task<int> MigrateAsync(string environment)
    {
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = environment,
            ["ConnectionStrings:Database"] = _database.App,
            ["ConnectionStrings:DatabaseOwner"] = _database.Owner + ";Pooling=false",
            ["ConnectionStrings:Broker"] = host.Broker.Service.ToString(),
            ["Kim:Demo"] = "true",
            ["Kim:Profile"] = Repository.Profile,
            ["Identity:DemoAccountsFile"] = _file,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        IdentityHost.Settle(settings);
        return await Start.RunAsync(["migrate", .. settings.Select(pair => $"--{pair.Key}={pair.Value}")]);
    }
}

/// <summary>The program itself, with arguments, in this process.</summary>
internal static class Start
{
    public static async Task<int> RunAsync(string[] args)
    {
        Environment.ExitCode = 0;
        try
        {
            var result = await Task.Run(() => typeof(KimUser).Assembly.EntryPoint!.Invoke(null, [args]));
            return result switch { Task<int> pending => await pending, int code => code, _ => Environment.ExitCode };
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }
}
