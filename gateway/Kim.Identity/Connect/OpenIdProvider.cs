using Kim.Identity.Data;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kim.Identity.Connect;

/// <summary>The OpenID Connect provider: what is switched on, and how long things live. What is not named here is off.</summary>
internal static class OpenIdProvider
{
    private static readonly TimeSpan AccessToken = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Code = TimeSpan.FromSeconds(60);

    // The same refresh token twice within this time is a client's retry; later it is theft, and ends the whole chain.
    private static readonly TimeSpan RetryOfRefresh = TimeSpan.FromSeconds(5);

    public static void AddOpenIdProvider(this IServiceCollection services, IdentitySettings settings)
    {
        services.AddScoped<Grants>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<SignInDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => Configure(server, settings));
    }

    private static void Configure(OpenIddictServerBuilder server, IdentitySettings settings)
    {
        server.SetIssuer(settings.Issuer)
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetEndSessionEndpointUris("connect/logout")
            .SetRevocationEndpointUris("connect/revoke")
            .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowRefreshTokenFlow()
            .AllowClientCredentialsFlow()
            .AllowTokenExchangeFlow()
            .SetAccessTokenLifetime(AccessToken)
            .SetIssuedTokenLifetime(AccessToken)
            .SetIdentityTokenLifetime(AccessToken)
            .SetAuthorizationCodeLifetime(Code)
            .SetRefreshTokenLifetime(Domain.SignInSession.Longest)
            .DisableSlidingRefreshTokenExpiration()
            .SetRefreshTokenReuseLeeway(RetryOfRefresh)
            .RegisterScopes([OpenIddictConstants.Scopes.Profile, .. Audiences.All, .. ClientScopes.All])
            .RegisterAudiences([.. Audiences.All])
            .DisableAccessTokenEncryption();
        server.Configure(options => options.CodeChallengeMethods.Remove("plain"));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler
            .UseInlineHandler(NameEndpoints)
            .SetOrder(OpenIddictServerHandlers.Discovery.AttachEndpoints.Descriptor.Order + 500));

        var host = server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough();
        if (settings.PlainHttp) host.DisableTransportSecurityRequirement();
    }

    private static ValueTask NameEndpoints(HandleConfigurationRequestContext context)
    {
        if (PublicOrigin.CalledDirectlyAt(context.Transaction.GetHttpRequest()?.HttpContext) is not { } direct) return default;
        context.TokenEndpoint = new Uri(direct, "connect/token");
        context.RevocationEndpoint = new Uri(direct, "connect/revoke");
        context.JsonWebKeySetEndpoint = new Uri(direct, ".well-known/jwks");
        return default;
    }
}

/// <summary>The services that tokens are for. A scope and the audience that it opens have the same name.</summary>
internal static class Audiences
{
    public static readonly IReadOnlyList<string> All = ["cases", "network", "interpreters", "funding", "naturalisation", "identity"];

    public static IEnumerable<string> In(IEnumerable<string> scopes) => scopes.Where(scope => All.Contains(scope, StringComparer.Ordinal));
}

/// <summary>Scopes of clients that act for nobody: <c>{service}:{what}</c>, one door each. No person can ask for them.</summary>
internal static class ClientScopes
{
    public static readonly IReadOnlyList<string> All =
    [
        "cases:consented-facts", "funding:reports", "interpreters:person-data", "funding:person-data", "naturalisation:person-data",
    ];
}
