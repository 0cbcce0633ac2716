using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kim.Identity.Connect;

/// <summary>The clients of an installation. They follow from the product and the configuration, and are written anew by <c>migrate</c>.</summary>
internal sealed class Clients(IOpenIddictApplicationManager applications, IConfiguration configuration, IdentitySettings settings)
{
    public const string Portal = "kim-portal";
    public const string Cli = "kim-cli";

    public async Task WriteAsync(CancellationToken ct)
    {
        if (configuration["Identity:Clients:Portal:Secret"] is { Length: > 0 } secret) await WriteAsync(PortalClient(secret), ct);
        await WriteAsync(CliClient(), ct);
        foreach (var section in configuration.GetSection("Identity:Clients").GetChildren().Where(child => child["Scopes"] is not null))
            await WriteAsync(ServiceClient(section), ct);
    }

    // Acts for people: signs them in and trades its tokens for one service at a time.
    private OpenIddictApplicationDescriptor PortalClient(string secret)
    {
        var client = Code(Portal, "Kim-Portal", ClientTypes.Confidential, new Uri(settings.Issuer, "/signin-oidc"));
        client.ClientSecret = secret;
        client.PostLogoutRedirectUris.Add(new Uri(settings.Issuer, "/signout-callback-oidc"));
        client.PostLogoutRedirectUris.Add(settings.Issuer);
        client.Permissions.Add(Permissions.Endpoints.EndSession);
        client.Permissions.Add(Permissions.Endpoints.Revocation);
        client.Permissions.Add(Permissions.GrantTypes.TokenExchange);
        foreach (var audience in Audiences.All) client.Permissions.Add(Permissions.Prefixes.Audience + audience);
        return client;
    }

    // Scripts and the demo, by the same flow as a browser; public, so it can keep no secret.
    private OpenIddictApplicationDescriptor CliClient() =>
        Code(Cli, "Kim auf der Kommandozeile", ClientTypes.Public, new Uri(settings.Issuer, "/account/cli-code"));

    private static OpenIddictApplicationDescriptor Code(string id, string name, string type, Uri redirect)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            DisplayName = name,
            ClientType = type,
            ApplicationType = ApplicationTypes.Web,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { redirect },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
            },
        };
        foreach (var scope in Audiences.All) client.Permissions.Add(Permissions.Prefixes.Scope + scope);
        return client;
    }

    // A service of the house that calls another by itself: Identity:Clients:{Name} with Id, Secret, Scopes.
    private static OpenIddictApplicationDescriptor ServiceClient(IConfigurationSection section)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = section["Id"] ?? section.Key.ToLowerInvariant(),
            ClientSecret = section["Secret"] ?? throw new InvalidOperationException($"{section.Path}:Secret is missing."),
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        foreach (var scope in section["Scopes"]!.Split(' ', StringSplitOptions.RemoveEmptyEntries)) client.Permissions.Add(Permissions.Prefixes.Scope + scope);
        return client;
    }

    private async Task WriteAsync(OpenIddictApplicationDescriptor client, CancellationToken ct)
    {
        if (await applications.FindByClientIdAsync(client.ClientId!, ct) is { } known) await applications.UpdateAsync(known, client, ct);
        else await applications.CreateAsync(client, ct);
    }
}
