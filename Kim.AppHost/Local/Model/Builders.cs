using Microsoft.Extensions.Configuration;

namespace Kim.AppHost.Local;

internal interface IResourceBuilder<out T> where T : IResource
{
    T Resource { get; }

    IDistributedApplicationBuilder ApplicationBuilder { get; }
}

internal sealed class ResourceBuilder<T>(T resource, IDistributedApplicationBuilder builder) : IResourceBuilder<T> where T : IResource
{
    public T Resource { get; } = resource;

    public IDistributedApplicationBuilder ApplicationBuilder { get; } = builder;
}

/// <summary>This engine only runs: publishing is Aspire's.</summary>
internal sealed class DistributedApplicationExecutionContext
{
    public bool IsRunMode { get; } = true;

    public bool IsPublishMode => !IsRunMode;
}

internal interface IDistributedApplicationBuilder
{
    IConfiguration Configuration { get; }

    DistributedApplicationExecutionContext ExecutionContext { get; }

    string AppHostDirectory { get; }

    DistributedApplication Build();

    internal KimFolder Folder { get; }

    internal Secrets Secrets { get; }

    internal IResourceBuilder<T> Add<T>(T resource) where T : Resource;
}

internal sealed class DistributedApplicationBuilder(IConfiguration configuration, string appHostDirectory) : IDistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];
    private readonly KimFolder _folder = new(Path.Combine(Path.GetFullPath("..", appHostDirectory), ".kim"));
    private Secrets? _secrets;

    public IConfiguration Configuration { get; } = configuration;

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();

    public string AppHostDirectory { get; } = appHostDirectory;

    public KimFolder Folder => _folder;

    public Secrets Secrets => _secrets ??= new Secrets(_folder.Secrets);

    public DistributedApplication Build() => new(this, _resources);

    public IResourceBuilder<T> Add<T>(T resource) where T : Resource
    {
        if (_resources.Exists(r => r.Name == resource.Name))
            throw new InvalidOperationException($"There are two resources with the name '{resource.Name}'.");
        _resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }
}
