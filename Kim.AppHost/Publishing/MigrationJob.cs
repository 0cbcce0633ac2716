using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace Kim.AppHost.Publishing;

/// <summary>A pod that runs to its end (<c>batch/v1</c> Job): Aspire's Kubernetes output has no type for it.</summary>
public sealed class MigrationJob : Workload
{
    /// <summary>Makes a job of the pod that Aspire had put into a Deployment.</summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="pod">Its pod.</param>
    public MigrationJob(string name, PodTemplateSpecV1 pod) : base("batch/v1", "Job")
    {
        // A finished job cannot be changed, so each release has its own. It is no hook: Helm would wait for services that wait for it.
        Metadata.Name = name + "-{{ .Release.Revision }}";
        pod.Spec.RestartPolicy = "OnFailure";
        Spec = new JobSpec { Template = pod };
    }

    /// <summary>The job's specification.</summary>
    [YamlMember(Alias = "spec")]
    public JobSpec Spec { get; }

    /// <inheritdoc />
    [YamlIgnore]
    public override PodTemplateSpecV1 PodTemplate => Spec.Template;
}

/// <summary>Specification of a job.</summary>
public sealed class JobSpec
{
    /// <summary>How often a pod that fails is started again.</summary>
    [YamlMember(Alias = "backoffLimit")]
    public int BackoffLimit { get; init; } = 10;

    /// <summary>The pod.</summary>
    [YamlMember(Alias = "template")]
    public required PodTemplateSpecV1 Template { get; init; }
}
