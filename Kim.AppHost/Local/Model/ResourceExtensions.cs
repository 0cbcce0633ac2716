namespace Kim.AppHost.Local;

internal sealed class ProjectResourceOptions
{
    public string? LaunchProfileName { get; set; }

    public bool ExcludeLaunchProfile { get; set; }
}

/// <summary>The calls that AppHost.cs makes on projects and servers, with Aspire's names and parameters.</summary>
internal static class ResourceExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath, Action<ProjectResourceOptions> configure)
    {
        var options = new ProjectResourceOptions();
        configure(options);
        if (!options.ExcludeLaunchProfile)
            throw new NotSupportedException("The local engine reads no launch profiles: set ExcludeLaunchProfile.");
        return builder.Add(new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory)));
    }

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
    {
        Of(builder).Args.AddRange(args);
        return builder;
    }

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => Set(builder, name, new Text(value ?? ""));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment => Set(builder, name, value);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => Set(builder, name, endpointReference);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => Set(builder, name, parameter.Resource);

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints
    {
        if (targetPort is not null || env is not null)
            throw new NotSupportedException("The local engine gives every process one port, by ASPNETCORE_URLS.");
        Of(builder).Endpoints.Add(new Endpoint(name ?? "http", "http") { FixedPort = port });
        return builder;
    }

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in Of(builder).Endpoints)
            endpoint.External = true;
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints =>
        new(Of(builder), name);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        if (statusCode is not null || endpointName is not null)
            throw new NotSupportedException("The local engine takes any success of the first endpoint as healthy.");
        if (Of(builder).Endpoints.Count == 0)
            throw new InvalidOperationException($"Resource '{builder.Resource.Name}' has no endpoint: call WithHttpEndpoint() first.");
        Of(builder).HealthPath = path ?? "/";
        return builder;
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        Of(builder).References.Add((Resource)source.Resource);
        return builder;
    }

    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => Wait(builder, dependency, WaitKind.Healthy);

    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport
    {
        if (exitCode != 0)
            throw new NotSupportedException("The local engine waits for exit code 0.");
        return Wait(builder, dependency, WaitKind.Completed);
    }

    private static IResourceBuilder<T> Wait<T>(IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitKind kind)
        where T : IResource
    {
        // A database is there as soon as its server is healthy: the roles script has created it by then.
        var on = dependency.Resource is PostgresDatabaseResource database ? database.Server : (Resource)dependency.Resource;
        Of(builder).Waits.Add(new Wait(on, kind));
        return builder;
    }

    private static IResourceBuilder<T> Set<T>(IResourceBuilder<T> builder, string name, IValueProvider value) where T : IResource
    {
        Of(builder).Environment[name] = value;
        return builder;
    }

    private static Resource Of<T>(IResourceBuilder<T> builder) where T : IResource => (Resource)(IResource)builder.Resource;
}
