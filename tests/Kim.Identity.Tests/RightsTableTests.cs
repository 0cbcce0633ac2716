using System.Security.Cryptography;
using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Kim.Identity.Tests;

/// <summary>Every operation as somebody of every role, signed in for real, against the table of rights; and tokens that are none.</summary>
[Collection(IdentityTests.Name)]
public sealed class RightsTableTests(IdentityHost host)
{
    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await host.PersonAsync(Roles.Office);
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says()
    {
        var owner = await host.PersonAsync(Roles.Office);
        var id = (await (await owner.ApiAsync()).CallAsync("/api/v1/identity/accounts/me")).Id;
        await host.QueryAsync("update users set display_name = 'ZzAnzeigename' where id = $1", id);
        var callers = new List<RightsCaller>();
        foreach (var role in Roles.All) callers.Add(new RightsCaller(role, [role], role == Roles.Office ? await owner.ApiAsync() : await (await host.PersonAsync(role)).ApiAsync()));
        await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
        {
            Callers = callers,
            Records = [new("/accounts/{id}", Roles.Office, new Dictionary<string, string> { ["id"] = id.ToString() })],
            Planted = [new("ZzAnzeigename", FieldClass.Personal, Roles.Office)],
            Bodies = new Dictionary<string, object>
            {
                ["CreateAccount"] = new { userName = "rechte" + Guid.NewGuid().ToString("N")[..8], displayName = "Eine Person", roles = new[] { Roles.Office }, organisation = "ki" },
                ["ChangeAccount"] = new { roles = new[] { Roles.Office }, organisation = "ki" },
            },
        });
    }

    [Fact]
    public async Task A_token_with_a_flaw_opens_nothing()
    {
        var person = await host.PersonAsync(Roles.DataProtectionOfficer);
        var tokens = await person.SignInAsync("identity");
        var subject = Guid.Parse(TokenText.Claims(tokens.AccessToken).Text("sub"));
        var key = (RsaSecurityKey)host.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials
            .First(credentials => credentials.Key.KeyId == TokenText.Header(tokens.AccessToken).Text("kid")).Key;
        using var rsa = RSA.Create(key.Rsa?.ExportParameters(true) ?? key.Parameters);
        await TokenTricks.RefusedAsync(host, new TokenForge(IdentityHost.Origin.ToString(), rsa, key.KeyId), subject, "/accounts");
    }
}
