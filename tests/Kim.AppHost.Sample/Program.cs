// Small systems for the tests of the local engine, stated in the calls of AppHost.cs. A test writes each project's "binary" as a shell
// script; DOTNET_HOST_PATH makes the shell stand for dotnet.
using System.Globalization;

var builder = DistributedApplication.CreateBuilder(args);
switch (builder.Configuration["Topology"])
{
    case "alone":
        Project("api").WithHttpEndpoint();
        break;
    case "pair":
        Project("api").WithHttpEndpoint();
        Project("web").WithHttpEndpoint();
        break;
    case "migrated":
        var migrate = Project("migrate");
        Project("api").WithHttpEndpoint().WaitForCompletion(migrate);
        break;
    case "healthy":
        var api = Project("api").WithHttpEndpoint().WithHttpHealthCheck("/health");
        Project("web").WithHttpEndpoint().WithReference(api).WaitFor(api);
        break;
    case "edge":
        var port = int.Parse(builder.Configuration["Port"]!, CultureInfo.InvariantCulture);
        Project("edge").WithHttpEndpoint(port).WithExternalHttpEndpoints();
        break;
    case "secret":
        Project("api").WithHttpEndpoint().WithEnvironment("DATABASE", ReferenceExpression.Create($"Host=db;Password={Secret("database-password")}"));
        break;
    default:
        Servers();
        break;
}

builder.Build().Run();

IResourceBuilder<ProjectResource> Project(string name) =>
    builder.AddProject(name, $"../{name}/{name}.csproj", options => options.ExcludeLaunchProfile = true);

IResourceBuilder<ParameterResource> Secret(string name) =>
    builder.AddParameter(name, new GenerateParameterDefault { MinLength = 20, Special = false }, secret: true, persist: true);

void Servers()
{
    var postgres = builder.AddPostgres("postgres", password: Secret("postgres-password")).WithInitFiles("init/postgres")
        .WithEnvironment("KIM_OWNER_API", Secret("api-password"));
    var broker = builder.AddRabbitMQ("broker", builder.AddParameter("broker-user", "kim"), Secret("broker-password"))
        .WithBindMount("init/rabbitmq", "/etc/kim", isReadOnly: true);
    var server = postgres.Resource.PrimaryEndpoint;
    var queue = broker.Resource.PrimaryEndpoint;
    Project("api").WithHttpEndpoint()
        .WithEnvironment("DATABASE", ReferenceExpression.Create($"{server.Property(EndpointProperty.Host)}:{server.Property(EndpointProperty.Port)}"))
        .WithEnvironment("BROKER", ReferenceExpression.Create($"{queue.Property(EndpointProperty.Host)}:{queue.Property(EndpointProperty.Port)}"))
        .WaitFor(postgres.AddDatabase("api-db", "api"))
        .WaitFor(broker);
}
