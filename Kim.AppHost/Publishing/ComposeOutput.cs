using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;

namespace Kim.AppHost.Publishing;

/// <summary>What a Compose file needs beyond the model: who is started again, and which server must be healthy first.</summary>
internal static class ComposeOutput
{
    private const string Telemetry = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(IDistributedApplicationBuilder builder)
    {
        builder.AddDockerComposeEnvironment("compose").WithDashboard(false);
        foreach (var server in builder.Resources.OfType<PostgresServerResource>().ToList())
            AddServer(builder, server, "pg_isready -h 127.0.0.1 -U postgres");
        foreach (var server in builder.Resources.OfType<RabbitMQServerResource>().ToList())
            AddServer(builder, server, "rabbitmq-diagnostics -q check_port_connectivity");
        foreach (var project in builder.Resources.OfType<ProjectResource>().ToList())
            AddProject(builder, project);
    }

    private static void AddServer<T>(IDistributedApplicationBuilder builder, T server, string probe) where T : ContainerResource =>
        builder.CreateResourceBuilder(server).PublishAsDockerComposeService((_, service) =>
        {
            service.Restart = "unless-stopped";
            service.Healthcheck = new Healthcheck { Test = ["CMD-SHELL", probe], Interval = "5s", Timeout = "5s", Retries = 20, StartPeriod = "20s" };
        });

    private static void AddProject(IDistributedApplicationBuilder builder, ProjectResource project) =>
        builder.CreateResourceBuilder(project).PublishAsDockerComposeService((_, service) =>
        {
            // A service that no longer hears the broker ends with exit code 75 so that it is started anew; a migration runs once.
            service.Restart = Migrations.Is(project) ? "on-failure:3" : "unless-stopped";
            // Where telemetry goes is the installation's business; without a value none leaves the process.
            service.Environment.TryAdd(Telemetry, $"${{{Telemetry}:-}}");
            if (!Migrations.Is(project))
                return;
            // Aspire knows that it waits for the server, not that the server must answer first. Migrations also declare queues.
            foreach (var server in builder.Resources.OfType<ContainerResource>())
            {
                if (!service.DependsOn.TryGetValue(server.Name, out var dependency))
                    service.DependsOn[server.Name] = dependency = new ServiceDependency();
                dependency.Condition = "service_healthy";
            }
        });
}
