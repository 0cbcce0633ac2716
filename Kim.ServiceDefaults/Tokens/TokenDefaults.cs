using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Kim.ServiceDefaults;

/// <summary>
/// Every service validates issuer, audience, signature, type and lifetime itself: the gateway is not the only lock. A missing
/// identity configuration stops the start instead of switching the check off.
/// </summary>
internal static class TokenDefaults
{
    public static void AddTokens(this IHostApplicationBuilder builder, string audience)
    {
        var issuer = Required(builder.Configuration, "Identity:Issuer");
        var metadata = Required(builder.Configuration, "Identity:MetadataAddress");

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MetadataAddress = metadata;
            options.RequireHttpsMetadata = false; // fetched directly inside the installation; the issuer itself is checked below
            options.MapInboundClaims = false;
            options.BackchannelTimeout = HttpClientDefaults.Total;
            options.RefreshInterval = TimeSpan.FromSeconds(30);
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                ValidTypes = ["at+jwt"],
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = TimeSpan.FromSeconds(30),
                NameClaimType = "sub",
                RoleClaimType = "role",
            };
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    private static string Required(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The configuration key {key} is missing: without it no token can be validated.");
}
