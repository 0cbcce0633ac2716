using Microsoft.Extensions.Configuration;

namespace Kim.AppHost.Local;

/// <summary>The name under which AppHost.cs hands the builder to publishing, which is Aspire's alone.</summary>
internal interface IDistributedApplicationBuilder;

internal sealed record DistributedApplicationExecutionContext(bool IsRunMode);

/// <summary>What a generated value must be like.</summary>
internal sealed record GenerateParameterDefault
{
    public int MinLength { get; set; } = 22;
    public bool Special { get; set; } = true;
}

/// <summary>A value from outside; asked for when the first process needs it.</summary>
internal sealed record ParameterResource(string Name, Func<string> Value);

/// <summary>Launch profiles are not read here in any case.</summary>
internal sealed record ProjectResourceOptions
{
    public bool ExcludeLaunchProfile { get; set; }
}

/// <summary>Collects what AppHost.cs states, and holds what all resources share.</summary>
internal sealed class DistributedApplicationBuilder(IConfiguration configuration, string appHostDirectory) : IDistributedApplicationBuilder
{
    public IConfiguration Configuration => configuration;
    public string AppHostDirectory => appHostDirectory;
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(IsRunMode: true);
    public KimFolder Folder { get; } = new(Path.GetFullPath("../.kim", appHostDirectory));
    public Secrets Secrets => field ??= new Secrets(Folder, configuration);
    public DashboardResource Dashboard => field ??= new DashboardResource(this);
    public List<Resource> Resources { get; } = [];

    /// <summary>Where people find the system: what is set for them, else the first port that is promised to them.</summary>
    public string Origin => configuration["Kim:PublicOrigin"]
        ?? Resources.SelectMany(resource => resource.Endpoints).Where(endpoint => endpoint.IsFixed).Select(endpoint => $"{endpoint.Url}/").FirstOrDefault("");

    public IResourceBuilder<ParameterResource> AddParameter(string name, string value) =>
        new ResourceBuilder<ParameterResource>(new ParameterResource(name, () => value));

    /// <summary>A value of letters and digits that is generated once, kept, and shown to nobody, whatever else is asked for.</summary>
    public IResourceBuilder<ParameterResource> AddParameter(string name, GenerateParameterDefault value, bool secret, bool persist) =>
        new ResourceBuilder<ParameterResource>(new ParameterResource(name, () => Secrets.Get(name, value.MinLength)));

    public IResourceBuilder<ProjectResource> AddProject(string name, string projectPath, Action<ProjectResourceOptions> configure)
    {
        configure(new ProjectResourceOptions());
        return Add(new ProjectResource(name, Path.GetFullPath(projectPath, appHostDirectory), this));
    }

    public IResourceBuilder<PostgresServerResource> AddPostgres(string name, IResourceBuilder<ParameterResource> password) =>
        Add(new PostgresServerResource(name, password.Resource, this));

    public IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        string name, IResourceBuilder<ParameterResource> userName, IResourceBuilder<ParameterResource> password) =>
        Add(new RabbitMQServerResource(name, userName.Resource, password.Resource, this));

    public IResourceBuilder<T> Add<T>(T resource) where T : Resource
    {
        Resources.Add(resource);
        return new ResourceBuilder<T>(resource);
    }

    public DistributedApplication Build() => new(this);
}
