namespace Kim.AppHost.Local;

/// <summary>A part of the system, as in Aspire. The interfaces exist so that AppHost.cs meets the same constraints here.</summary>
internal interface IResource
{
    string Name { get; }
}

internal interface IResourceWithEnvironment : IResource;

internal interface IResourceWithArgs : IResource;

internal interface IResourceWithEndpoints : IResource;

internal interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

internal interface IResourceWithWaitSupport : IResource;

/// <summary>Something whose text is known only when the system runs: a password, a port.</summary>
internal interface IValueProvider
{
    string GetValue();
}

internal enum WaitKind
{
    Healthy,
    Completed,
}

internal sealed record Wait(Resource On, WaitKind Kind);

/// <summary>What AppHost.cs stated about one part; the engine reads it.</summary>
internal abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal Dictionary<string, IValueProvider> Environment { get; } = new(StringComparer.Ordinal);

    internal List<string> Args { get; } = [];

    internal List<Endpoint> Endpoints { get; } = [];

    internal List<Wait> Waits { get; } = [];

    internal List<Resource> References { get; } = [];

    internal string? HealthPath { get; set; }
}

internal sealed class ParameterResource(string name, Func<string> value, bool secret) : Resource(name), IValueProvider
{
    private readonly Lazy<string> _value = new(value);

    internal bool Secret { get; } = secret;

    public string GetValue() => _value.Value;
}

/// <summary>A project: started from its built binaries, with the project's folder as content root.</summary>
internal sealed class ProjectResource(string name, string projectPath)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal string ProjectPath { get; } = projectPath;
}

/// <summary>What is a container under Aspire and a native process here. Image, volume and entry point mean nothing here.</summary>
internal abstract class ContainerResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport;

internal sealed class PostgresServerResource : ContainerResource
{
    internal PostgresServerResource(string name, ParameterResource password) : base(name)
    {
        Password = password;
        Endpoints.Add(new Endpoint("tcp", "tcp"));
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    public EndpointReference PrimaryEndpoint { get; }

    internal ParameterResource Password { get; }

    internal string? InitFolder { get; set; }
}

internal sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server) : Resource(name)
{
    internal string DatabaseName { get; } = databaseName;

    internal PostgresServerResource Server { get; } = server;
}

internal sealed class RabbitMQServerResource : ContainerResource
{
    internal RabbitMQServerResource(string name, ParameterResource userName, ParameterResource password) : base(name)
    {
        UserName = userName;
        Password = password;
        Endpoints.Add(new Endpoint("tcp", "amqp"));
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    public EndpointReference PrimaryEndpoint { get; }

    internal ParameterResource UserName { get; }

    internal ParameterResource Password { get; }

    internal string? InitFolder { get; set; }
}
