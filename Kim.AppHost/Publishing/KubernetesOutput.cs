using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace Kim.AppHost.Publishing;

/// <summary>What a Helm chart needs beyond the model: data that outlives a pod, probes, and migrations as jobs.</summary>
internal static class KubernetesOutput
{
    public static void Add(IDistributedApplicationBuilder builder)
    {
        builder.AddKubernetesEnvironment("kubernetes")
            .WithDashboard(false)
            .WithProperties(kubernetes =>
            {
                kubernetes.DefaultStorageType = "pvc";
                kubernetes.DefaultStorageSize = "20Gi";
            });
        foreach (var server in builder.Resources.OfType<PostgresServerResource>().ToList())
            MountFiles(builder.CreateResourceBuilder(server), "init/postgres", "/docker-entrypoint-initdb.d");
        foreach (var server in builder.Resources.OfType<RabbitMQServerResource>().ToList())
            MountFiles(builder.CreateResourceBuilder(server), "init/rabbitmq", "/etc/kim");
        foreach (var project in builder.Resources.OfType<ProjectResource>().ToList())
        {
            if (Migrations.Is(project))
                builder.CreateResourceBuilder(project).PublishAsKubernetesService(AsJob);
            else
                AddProbes(builder.CreateResourceBuilder(project));
        }
    }

    // Aspire's Kubernetes output refuses bind mounts and knows nothing of a container's files: they go into a ConfigMap.
    private static void MountFiles<T>(IResourceBuilder<T> server, string folder, string target) where T : ContainerResource
    {
        foreach (var mount in server.Resource.Annotations.OfType<ContainerMountAnnotation>().Where(mount => mount.Type == ContainerMountType.BindMount).ToList())
            server.Resource.Annotations.Remove(mount);
        server.PublishAsKubernetesService(service =>
        {
            var files = new ConfigMap();
            files.Metadata.Name = $"{server.Resource.Name}-init";
            foreach (var file in Directory.GetFiles(Path.Combine(server.ApplicationBuilder.AppHostDirectory, folder)))
                files.Data[Path.GetFileName(file)] = File.ReadAllText(file);
            service.AdditionalResources.Add(files);
            var pod = service.Workload!.PodTemplate.Spec;
            pod.Volumes.Add(new VolumeV1 { Name = "init", ConfigMap = new ConfigMapVolumeSourceV1 { Name = files.Metadata.Name } });
            pod.Containers[0].VolumeMounts.Add(new VolumeMountV1 { Name = "init", MountPath = target, ReadOnly = true });
        });
    }

    // A migration that ended would be started again for ever as a Deployment. Its pod waits for the database by failing.
    private static void AsJob(KubernetesResource migration)
    {
        if (migration.Workload is { } workload)
            migration.Workload = new MigrationJob(workload.Metadata.Name, workload.PodTemplate);
    }

    private static void AddProbes(IResourceBuilder<ProjectResource> project)
    {
#pragma warning disable ASPIREPROBES001 // Probes are experimental in Aspire 13; without them Kubernetes takes a hanging service for a healthy one.
        project.WithHttpProbe(ProbeType.Liveness, "/health/live", periodSeconds: 10, failureThreshold: 6, endpointName: "http");
#pragma warning restore ASPIREPROBES001
        project.PublishAsKubernetesService(service =>
        {
            foreach (var container in service.Workload?.PodTemplate.Spec.Containers ?? [])
            {
                if (container.LivenessProbe?.HttpGet is not { } live)
                    continue;
                // The API server takes the scheme in capitals alone (microsoft/aspire#18271).
                live.Scheme = "HTTP";
                container.ReadinessProbe = new ProbeV1
                {
                    HttpGet = new HttpGetActionV1 { Path = "/health/ready", Port = live.Port, Scheme = "HTTP" },
                    PeriodSeconds = 5,
                    FailureThreshold = 3,
                };
            }
        });
    }
}
