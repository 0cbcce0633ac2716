using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kim.Portal.Access;

/// <summary>Sign-in with OpenID Connect (code flow with PKCE) into a cookie that holds nothing but the key of a session.</summary>
public static class SignIn
{
    public const string CookieName = "__Host-kim";
    private const string SignedInAt = "kim.signed-in-at";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var settings = IdentitySettings.Of(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<Sessions>();
        services.AddHttpContextAccessor();
        services.AddScoped<AccessTokens>();
        services.AddHttpClient<TokenEndpoint>();
        services.AddHttpClient(nameof(ProviderMetadata));
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(provider => new ProviderMetadata(
            settings, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ProviderMetadata))));

        var keys = services.AddDataProtection().SetApplicationName("kim-portal");
        if (builder.Configuration["Portal:DataProtectionKeys"] is { Length: > 0 } folder) keys.PersistKeysToFileSystem(new DirectoryInfo(folder));

        services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(options => UseCodeFlow(options, settings));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<Sessions, TimeProvider>(UseSessions);
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<IConfigurationManager<OpenIdConnectConfiguration>>((options, metadata) => options.ConfigurationManager = metadata);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void UseSessions(CookieAuthenticationOptions options, Sessions sessions, TimeProvider clock)
    {
        options.SessionStore = sessions;
        options.TimeProvider = clock;
        options.Cookie.Name = CookieName;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Sessions.Idle;
        options.SlidingExpiration = true;
        options.AccessDeniedPath = "/error/403";
        options.Events.OnSigningIn = context =>
        {
            context.Properties.SetString(SignedInAt, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        };
        // The default renews only after half the time: somebody who pauses once would be out after 15 minutes.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            var since = DateTimeOffset.Parse(context.Properties.GetString(SignedInAt)!, CultureInfo.InvariantCulture);
            if (clock.GetUtcNow() - since < Sessions.Longest) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        };
    }

    private static void UseCodeFlow(OpenIdConnectOptions options, IdentitySettings settings)
    {
        options.ClientId = IdentitySettings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = false; // the metadata is fetched inside the installation
        options.DisableTelemetry = true;
        options.SignedOutRedirectUri = "/signed-out";
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "offline_access", "cases", "network", "interpreters", "funding", "naturalisation", "identity"]) options.Scope.Add(scope);
        options.TokenValidationParameters.ValidIssuer = settings.Issuer.AbsoluteUri;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = "role";
        options.CorrelationCookie.Name = "__Host-kim-correlation-";
        options.NonceCookie.Name = "__Host-kim-nonce-";
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.Path = "/";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
        }

        options.Events.OnTokenValidated = context =>
        {
            var key = new Claim(Sessions.KeyClaim, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(key);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            // A sign-in page left open too long, or used twice: starting again is all there is to do.
            context.Response.Redirect("/signed-out?reason=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
