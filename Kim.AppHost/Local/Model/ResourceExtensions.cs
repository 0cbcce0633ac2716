namespace Kim.AppHost.Local;

internal interface IResourceBuilder<out T>
{
    T Resource { get; }
}

internal sealed record ResourceBuilder<T>(T Resource) : IResourceBuilder<T>;

/// <summary>The calls that AppHost.cs makes on resources, with Aspire's names; what concerns only containers has no effect.</summary>
internal static class ResourceExtensions
{
    extension<T>(IResourceBuilder<T> builder) where T : Resource
    {
        public IResourceBuilder<T> WithArgs(params string[] args) => builder.Do(resource => resource.Args.AddRange(args));

        public IResourceBuilder<T> WithEnvironment(string name, string value) => builder.Do(resource => resource.Environment[name] = () => value);

        public IResourceBuilder<T> WithEnvironment(string name, ReferenceExpression value) =>
            builder.Do(resource => resource.Environment[name] = value.GetValue);

        public IResourceBuilder<T> WithEnvironment(string name, IResourceBuilder<ParameterResource> parameter) =>
            builder.Do(resource => resource.Environment[name] = parameter.Resource.Value);

        public IResourceBuilder<T> WithHttpEndpoint(int? port = null) => builder.Do(resource =>
            resource.Endpoints.Add(new Endpoint("http", "http") { Port = port ?? 0, IsFixed = port is not null }));

        public IResourceBuilder<T> WithExternalHttpEndpoints() =>
            builder.Do(resource => resource.Endpoints.ForEach(endpoint => endpoint.IsExternal = true));

        public Endpoint GetEndpoint(string name) => builder.Resource.Endpoints.First(endpoint => endpoint.Name == name);

        public IResourceBuilder<T> WithReference(IResourceBuilder<ProjectResource> source) =>
            builder.Do(resource => resource.References.Add(source.Resource));

        public IResourceBuilder<T> WaitFor(IResourceBuilder<Resource> dependency) =>
            builder.Do(resource => resource.Waits.Add(new Wait(dependency.Resource, ForCompletion: false)));

        public IResourceBuilder<T> WaitForCompletion(IResourceBuilder<Resource> dependency) =>
            builder.Do(resource => resource.Waits.Add(new Wait(dependency.Resource, ForCompletion: true)));

        private IResourceBuilder<T> Do(Action<T> change)
        {
            change(builder.Resource);
            return builder;
        }
    }

    extension<T>(IResourceBuilder<T> builder) where T : ServerResource
    {
        /// <summary>The scripts are run at every start here, in a container only on an empty volume.</summary>
        public IResourceBuilder<T> WithInitFiles(string source) => builder.Do(server => server.InitFolder = source);

        public IResourceBuilder<T> WithBindMount(string source, string target, bool isReadOnly) => builder.WithInitFiles(source);

        public IResourceBuilder<T> WithImageTag(string tag) => builder;

        public IResourceBuilder<T> WithDataVolume(string name) => builder;

        public IResourceBuilder<T> WithEntrypoint(string entrypoint) => builder;
    }

    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string path) =>
        builder.Do(project => project.HealthPath = path);

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string databaseName) =>
        builder.Resource.AddDatabase(name, databaseName);
}
