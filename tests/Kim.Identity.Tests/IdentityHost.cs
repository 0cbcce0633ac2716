using Kim.Demo.SignIn;
using Kim.Identity.Domain;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Identity.Tests;

/// <summary>
/// Identity under its own issuer: tokens of these tests are made by the real sign-in and checked by the real API.
/// </summary>
public sealed class IdentityHost : ServiceHost<KimUser>
{
    public const string PortalSecret = "portal-secret-of-the-tests-0123456789";
    public const string KeyEncryptionKey = "key-encryption-key-of-the-tests-0123456789";
    public const string NaturalisationSecret = "naturalisation-secret-of-the-tests-0123456789";
    public const string FunderSecret = "funder-secret-of-the-tests-0123456789";
    public const int Rounds = 2000;
    private int _people;

    public IdentityHost() : base("identity")
    {
        Clock = new TestClock(TimeProvider.System.GetUtcNow());
        Accounts = [];
    }

    public static Uri Origin { get; } = new("http://localhost:8080/");

    public static void Settle(IDictionary<string, string?> settings)
    {
        settings["Identity:Issuer"] = Origin.ToString();
        settings["Identity:MetadataAddress"] = new Uri(Origin, "/.well-known/openid-configuration").ToString();
        settings["Identity:KeyEncryptionKey"] = KeyEncryptionKey;
        settings["Identity:Clients:Portal:Secret"] = PortalSecret;
        settings["Identity:Clients:Naturalisation:Id"] = "naturalisation";
        settings["Identity:Clients:Naturalisation:Secret"] = PortalSecret;
        settings["Identity:Clients:Naturalisation:Scopes"] = "cases";
        settings["Identity:Clients:Facts:Id"] = "naturalisation-facts";
        settings["Identity:Clients:Facts:Secret"] = NaturalisationSecret;
        settings["Identity:Clients:Facts:Scopes"] = "cases:consented-facts";
        settings["Identity:Clients:Funder:Id"] = "funder-kfi";
        settings["Identity:Clients:Funder:Secret"] = FunderSecret;
        settings["Identity:Clients:Funder:Scopes"] = "funding:reports";
    }

    /// <summary>Moves time on, far enough for the next one-time code.</summary>
    public void NextCode() => Clock!.Advance(TimeSpan.FromSeconds(30));

    /// <summary>Requests into the host, without following redirects and without cookies of their own.</summary>
    public HttpMessageHandler Wire() => ((TestServer)Services.GetRequiredService<IServer>()).CreateHandler();

    public HttpClient Client() => new(Wire()) { BaseAddress = Origin };

    public KimSignIn SignIn() => new(Origin, Wire(), Clock);

    /// <summary>An account with this role that its owner has set up.</summary>
    public async Task<Person> PersonAsync(string role, string? name = null)
    {
        name ??= $"person{Interlocked.Increment(ref _people)}-{Guid.NewGuid():N}"[..20];
        var link = await Bootstrap.InviteAsync(Services, name, role);
        return await Person.SetUpAsync(this, name, link);
    }

    protected override void Configure(IDictionary<string, string?> settings) => Settle(settings);

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        // The real number of rounds is a test of its own; here it would only cost minutes.
        services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = Rounds);
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.Backchannel = new HttpClient(new Loop(this));
            options.ConfigurationManager = new Microsoft.IdentityModel.Protocols.ConfigurationManager<Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectConfiguration>(
                options.MetadataAddress, new Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectConfigurationRetriever(),
                new Microsoft.IdentityModel.Protocols.HttpDocumentRetriever(options.Backchannel) { RequireHttps = false })
            {
                RefreshInterval = TimeSpan.FromSeconds(1),
            };
        });
    }

    // The host fetches its own metadata before it is known where it stands.
    private sealed class Loop(IdentityHost host) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= host.Wire();
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>One host for all tests of identity; one test at a time, because they move its clock.</summary>
[CollectionDefinition(Name)]
public sealed class IdentityTests : ICollectionFixture<IdentityHost>
{
    public const string Name = "identity";
}
