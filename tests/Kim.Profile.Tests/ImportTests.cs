using System.Reflection;
using System.Security.Cryptography;

namespace Kim.Profile.Tests;

/// <summary>
/// Each service takes its part of either profile through its own <c>migrate</c>. The Musterkreis has two organisations, three
/// municipalities and other keys throughout: what a service needs beyond the profile would show here.
/// </summary>
public sealed class ImportTests
{
    private const string Muster = "musterkreis";
    private const string Coesfeld = "coesfeld";

    public static TheoryData<string, string, string, long> Counts => new()
    {
        { "cases", Coesfeld, "select count(*) from municipalities", 11 },
        { "cases", Muster, "select count(*) from municipalities", 3 },
        { "network", Coesfeld, "select count(*) from consultations", 17 },
        { "network", Muster, "select count(*) from consultations where statement = 'Endlich ein Tisch für alle'", 1 },
        { "network", Muster, "select count(*) from organisations", 2 },
        { "network", Muster, "select count(*) from outbox where type like '%offer-published%'", 3 },
        { "interpreters", Coesfeld, "select count(*) from interpreters", 14 },
        { "interpreters", Muster, "select count(*) from interpreters", 2 },
        { "funding", Coesfeld, "select count(*) from grants where key = 'integrationspauschale-2019'", 1 },
        { "funding", Muster, "select count(*) from grants", 1 },
        { "naturalisation", Coesfeld, "select count(*) from rule_sets", 4 },
        { "naturalisation", Muster, "select count(*) from rule_sets", 4 },
        { "identity", Coesfeld, "select count(*) from accounts", 12 },
        { "identity", Muster, "select count(*) from accounts where organisation like 'mk-%'", 5 },
    };

    [Theory, MemberData(nameof(Counts))]
    public async Task A_service_imports_its_part(string service, string profile, string sql, long rows)
    {
        await using var database = await ServiceDatabase.CreateAsync(service);
        Assert.Equal(0, await MigrateAsync(database, profile));
        Assert.Equal(rows, await database.ScalarAsync<long>(sql));
        // Importing again is an answer of its own: unchanged.
        Assert.Equal(0, await MigrateAsync(database, profile));
        Assert.Equal(rows, await database.ScalarAsync<long>(sql));
    }

    [Theory, InlineData("cases"), InlineData("network"), InlineData("interpreters"), InlineData("identity"), InlineData("funding"), InlineData("naturalisation")]
    public async Task Nothing_of_the_first_Kreis_is_in_the_database_of_another(string service)
    {
        await using var database = await ServiceDatabase.CreateAsync(service);
        Assert.Equal(0, await MigrateAsync(database, Muster));
        var tables = await database.QueryAsync("select tablename from pg_tables where schemaname = 'public'");
        Assert.NotEmpty(tables);
        foreach (var table in tables.Select(row => (string)row["tablename"]!))
            Assert.Empty(await database.QueryAsync($"select t::text as row from \"{table}\" t where t::text ~* '05558|coesfeld|dülmen|duelmen|nottuln|havixbeck|caritas'"));
    }

    [Fact]
    public async Task A_house_can_move_from_one_profile_to_another()
    {
        await using var database = await ServiceDatabase.CreateAsync("network");
        Assert.Equal(0, await MigrateAsync(database, Coesfeld));
        Assert.Equal(0, await MigrateAsync(database, Muster));
        Assert.Equal(3, await database.ScalarAsync<long>("select count(*) from municipalities"));
        Assert.Equal(3, await database.ScalarAsync<long>("select count(*) from offers where not removed"));
    }

    private static async Task<int> MigrateAsync(ServiceDatabase database, string profile)
    {
        var accounts = Path.Combine(Path.GetTempPath(), $"kim-accounts-{database.Name}.json");
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["ConnectionStrings:Database"] = database.App,
            ["ConnectionStrings:DatabaseOwner"] = database.Owner + ";Pooling=false",
            ["ConnectionStrings:Broker"] = "amqp://nobody:nothing@127.0.0.1:1/none",
            ["Identity:Issuer"] = "http://localhost:8080/",
            ["Identity:MetadataAddress"] = "http://localhost:8080/.well-known/openid-configuration",
            ["Identity:KeyEncryptionKey"] = Key,
            ["Identity:Clients:Portal:Secret"] = Key,
            ["Identity:DemoAccountsFile"] = accounts,
            ["Kim:Profile"] = Path.Combine(Repository.Root, "profiles", profile),
            ["Kim:Demo"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        var name = char.ToUpperInvariant(database.Service[0]) + database.Service[1..];
        try
        {
            return await EntryPoint.RunAsync(Assembly.Load("Kim." + name), ["migrate", .. settings.Select(pair => $"--{pair.Key}={pair.Value}")]);
        }
        finally
        {
            File.Delete(accounts);
        }
    }

    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
