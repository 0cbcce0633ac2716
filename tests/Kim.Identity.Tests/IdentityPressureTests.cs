using Kim.Contracts.Vocabulary;
using Kim.Identity.Domain;
using Kim.Testing.Fuzzing;

namespace Kim.Identity.Tests;

/// <summary>Identity's API under requests that nobody should send; its tokens come from the tests' issuer here.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class IdentityPressureTests(IdentityUnderPressure service) : PressureTests(service), IClassFixture<IdentityUnderPressure>;

/// <summary>Identity with some accounts.</summary>
public sealed class IdentityUnderPressure : PressureFixture
{
    public override int Requests => 150;

    // An invitation replaces nothing: the last one counts.
    public override string[] PutsWithoutVersion => ["InviteAccount"];

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new ApiHost { RealPort = true };
        await host.InitializeAsync();
        using var ops = host.ClientFor(TestAccounts.Ops);
        foreach (var name in (string[])["erste", "zweite"])
            (await ops.PostAsync("/api/v1/identity/accounts", Account(name))).Expect(System.Net.HttpStatusCode.Created);
        var target = new FuzzTarget(host, host.Address);
        target.Examples["CreateAccount"] = random => Account("person" + random.Next(100_000));
        return target;
    }

    private static object Account(string name) => new { userName = name, displayName = "Person " + name, roles = new[] { Roles.CaseManager }, organisation = "ki" };

    private sealed class ApiHost() : ServiceHost<KimUser>("identity")
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Identity:KeyEncryptionKey"] = IdentityHost.KeyEncryptionKey;
            settings["Identity:Clients:Portal:Secret"] = IdentityHost.PortalSecret;
        }
    }
}
