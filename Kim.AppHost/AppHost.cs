// The whole system on one page, in ordinary Aspire code. Two engines run it: Aspire with containers, or Local/ with
// native processes. What only publishing needs stands in Publishing/.
using System.Globalization;

var builder = DistributedApplication.CreateBuilder(args);
var running = builder.ExecutionContext.IsRunMode;
var root = Path.GetFullPath("..", builder.AppHostDirectory);

var port = int.Parse(builder.Configuration["Kim:Port"] ?? "8080", CultureInfo.InvariantCulture);
var origin = builder.AddParameter("public-origin", builder.Configuration["Kim:PublicOrigin"] ?? $"http://localhost:{port}/");
var profile = builder.Configuration["Kim:Profile"] ?? (running ? Path.Combine(root, "profiles", "coesfeld") : "/app/profiles/coesfeld");
// Hashes of the audit's chain, where an administrator of the databases cannot rewrite them: published, a folder of its own.
var auditAnchors = builder.Configuration["Kim:AuditAnchors"] ?? (running ? Path.Combine(root, ".kim", "audit") : null);
var auditTermsKey = Secret("audit-terms-key", length: 64);
var portalSecret = Secret("portal-client-secret");

// Roles, databases, virtual host and broker users come from init/, which both engines run.
var postgres = builder.AddPostgres("postgres", password: Secret("postgres-password"))
    .WithImageTag("18.3") // before the volume: its place depends on the major (docs/adr/0019)
    .WithInitFiles("init/postgres")
    .WithDataVolume("kim-postgres");

var broker = builder.AddRabbitMQ("broker", builder.AddParameter("broker-user", "kim"), Secret("broker-password"))
    .WithImageTag("4.3")
    .WithBindMount("init/rabbitmq", "/etc/kim", isReadOnly: true)
    .WithEntrypoint("/bin/sh")
    .WithArgs("/etc/kim/start.sh")
    .WithDataVolume("kim-broker");

// A service starts when every database is migrated and every queue is declared: an event that nobody is bound to is lost.
var services = new List<IResourceBuilder<ProjectResource>>();
var migrations = new List<IResourceBuilder<ProjectResource>>();

var identity = Project("identity", "gateway/Kim.Identity").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
var metadata = ReferenceExpression.Create($"{identity.GetEndpoint("http")}/.well-known/openid-configuration");

var migrateIdentity = AddService("identity", "gateway/Kim.Identity", identity);
var keyEncryptionKey = Secret("identity-key-encryption-key", length: 64);
foreach (var mode in new[] { identity, migrateIdentity })
{
    mode.WithEnvironment("Identity__Clients__Portal__Secret", portalSecret)
        .WithEnvironment("Identity__KeyEncryptionKey", keyEncryptionKey);
}

if (running)
    migrateIdentity.WithEnvironment("Identity__DemoAccountsFile", Path.Combine(root, ".kim", "demo-accounts.json"));

var cases = Project("cases", "services/Kim.Cases").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
AddService("cases", "services/Kim.Cases", cases);

var network = Project("network", "services/Kim.Network").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
AddService("network", "services/Kim.Network", network);

var interpreters = Project("interpreters", "services/Kim.Interpreters").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
AddService("interpreters", "services/Kim.Interpreters", interpreters);

var funding = Project("funding", "services/Kim.Funding").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
AddService("funding", "services/Kim.Funding", funding);

var naturalisation = Project("naturalisation", "services/Kim.Naturalisation").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
AddService("naturalisation", "services/Kim.Naturalisation", naturalisation);

// Naturalisation pulls the facts of a referral from cases as itself; the funder's client pulls released reports through the gateway.
Client("Naturalisation", "naturalisation", "cases:consented-facts", "naturalisation-client-secret", naturalisation.WithReference(cases).WithReference(identity));
// Cases collects the copy of a person's data from each holder of a reference, with a scope per service.
Client("Cases", "cases", "interpreters:person-data funding:person-data naturalisation:person-data", "cases-client-secret",
    cases.WithReference(interpreters).WithReference(funding).WithReference(naturalisation).WithReference(identity));
Client("Funder", "funder-kfi", "funding:reports", "funder-client-secret");

foreach (var service in services)
    foreach (var migration in migrations)
        service.WaitForCompletion(migration);

// The edge: neither database nor broker.
var gateway = Project("gateway", "gateway/Kim.Gateway")
    .WithHttpEndpoint(port: port)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health/ready");
var portal = Project("portal", "gateway/Kim.Portal")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithReference(gateway)
    .WithReference(identity)
    .WithEnvironment("Identity__Clients__Portal__Secret", portalSecret);
gateway.WithReference(identity).WithReference(cases).WithReference(network).WithReference(interpreters)
    .WithReference(funding).WithReference(naturalisation).WithReference(portal);
foreach (var edge in new[] { gateway, portal })
    WithIdentity(edge);

AddPublishing(builder);
builder.Build().Run();

// Letters and digits only: the values travel in connection strings and URIs.
IResourceBuilder<ParameterResource> Secret(string name, int length = 32) => builder.AddParameter(
    name, new GenerateParameterDefault { MinLength = length, Special = false }, secret: true, persist: true);

IResourceBuilder<ProjectResource> Project(string name, string folder)
{
    var project = builder.AddProject(name, $"../{folder}/{Path.GetFileName(folder)}.csproj", options => options.ExcludeLaunchProfile = true);
    return running ? project.WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development") : project;
}

IResourceBuilder<ProjectResource> WithIdentity(IResourceBuilder<ProjectResource> project) => project
    .WithEnvironment("Identity__Issuer", origin)
    .WithEnvironment("Identity__MetadataAddress", metadata);

// A client that acts for nobody (client credentials): identity knows its secret and its scope, the service that uses it the secret.
void Client(string name, string id, string scope, string secretName, IResourceBuilder<ProjectResource>? user = null)
{
    var secret = Secret(secretName);
    foreach (var mode in new[] { identity, migrateIdentity })
    {
        mode.WithEnvironment($"Identity__Clients__{name}__Id", id)
            .WithEnvironment($"Identity__Clients__{name}__Secret", secret)
            .WithEnvironment($"Identity__Clients__{name}__Scopes", scope);
    }

    user?.WithEnvironment("Identity__Client__Id", id).WithEnvironment("Identity__Client__Secret", secret);
}

// Its database with two roles, its broker user, and its migration.
IResourceBuilder<ProjectResource> AddService(string name, string folder, IResourceBuilder<ProjectResource> service)
{
    var ownerPassword = Secret($"{name}-owner-password");
    var appPassword = Secret($"{name}-app-password");
    var brokerPassword = Secret($"{name}-broker-password");
    var key = name.ToUpperInvariant();
    postgres.WithEnvironment($"KIM_OWNER_{key}", ownerPassword).WithEnvironment($"KIM_APP_{key}", appPassword);
    broker.WithEnvironment($"KIM_BROKER_{key}", brokerPassword);
    var database = postgres.AddDatabase($"{name}-db", name);

    var migrate = WithService(Project($"{name}-migrate", folder))
        .WithArgs("migrate", "topology")
        .WithEnvironment("ConnectionStrings__DatabaseOwner", Database("owner", ownerPassword))
        .WaitFor(database);
    services.Add(WithService(service));
    migrations.Add(migrate);
    return migrate;

    IResourceBuilder<ProjectResource> WithService(IResourceBuilder<ProjectResource> project)
    {
        if (running)
            project.WithEnvironment("Kim__Demo", "true");
        if (auditAnchors is not null)
            project.WithEnvironment("Audit__AnchorFolder", auditAnchors);
        return WithIdentity(project)
            .WithEnvironment("ConnectionStrings__Database", Database("app", appPassword))
            .WithEnvironment("ConnectionStrings__Broker", Broker())
            .WithEnvironment("Audit__TermsKey", auditTermsKey)
            .WithEnvironment("Kim__Profile", profile);
    }

    ReferenceExpression Database(string role, IResourceBuilder<ParameterResource> password)
    {
        var server = postgres.Resource.PrimaryEndpoint;
        return ReferenceExpression.Create(
            $"Host={server.Property(EndpointProperty.Host)};Port={server.Property(EndpointProperty.Port)};Username={name}_{role};Password={password};Database={name}");
    }

    ReferenceExpression Broker()
    {
        var server = broker.Resource.PrimaryEndpoint;
        return ReferenceExpression.Create(
            $"amqp://{name}:{brokerPassword}@{server.Property(EndpointProperty.Host)}:{server.Property(EndpointProperty.Port)}/kim");
    }
}

internal static partial class Program
{
    /// <summary>Compose or Kubernetes output: implemented in Publishing/, which only the Aspire build compiles.</summary>
    static partial void AddPublishing(IDistributedApplicationBuilder builder);
}
