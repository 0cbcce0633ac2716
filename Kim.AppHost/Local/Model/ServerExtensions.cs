namespace Kim.AppHost.Local;

/// <summary>PostgreSQL and RabbitMQ. What concerns only containers is accepted and has no effect.</summary>
internal static class ServerExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        if (userName is not null || port is not null)
            throw new NotSupportedException("The local engine starts PostgreSQL as user postgres on a port of its own.");
        password ??= DefaultPassword(builder, name);
        return builder.Add(new PostgresServerResource(name, password.Resource));
    }

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) =>
        builder.ApplicationBuilder.Add(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

    /// <summary>The scripts are run at every start here, in a container only on an empty volume.</summary>
    public static IResourceBuilder<PostgresServerResource> WithInitFiles(this IResourceBuilder<PostgresServerResource> builder, string source)
    {
        builder.Resource.InitFolder = Path.GetFullPath(source, builder.ApplicationBuilder.AppHostDirectory);
        return builder;
    }

    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) => builder;

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        if (port is not null)
            throw new NotSupportedException("The local engine starts RabbitMQ on a port of its own.");
        userName ??= builder.AddParameter($"{name}-user", "guest");
        password ??= DefaultPassword(builder, name);
        return builder.Add(new RabbitMQServerResource(name, userName.Resource, password.Resource));
    }

    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) => builder;

    /// <summary>For the broker the mounted folder is where its definitions script lies.</summary>
    public static IResourceBuilder<T> WithBindMount<T>(this IResourceBuilder<T> builder, string source, string target, bool isReadOnly = false)
        where T : ContainerResource
    {
        if (builder.Resource is RabbitMQServerResource broker)
            broker.InitFolder = Path.GetFullPath(source, builder.ApplicationBuilder.AppHostDirectory);
        return builder;
    }

    public static IResourceBuilder<T> WithEntrypoint<T>(this IResourceBuilder<T> builder, string entrypoint)
        where T : ContainerResource => builder;

    private static IResourceBuilder<ParameterResource> DefaultPassword(IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter($"{name}-password", new GenerateParameterDefault { Special = false }, secret: true, persist: true);
}
