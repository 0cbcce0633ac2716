/// <summary>The publishing half of the AppHost's entry point: <c>Kim:Publish</c> is <c>compose</c> (default) or <c>kubernetes</c>.</summary>
internal static partial class Program
{
    // One environment per run: with two in one model every resource would need to name its own.
    static partial void AddPublishing(IDistributedApplicationBuilder builder)
    {
        if (!builder.ExecutionContext.IsPublishMode)
            return;
        if (builder.Configuration["Kim:Publish"] == "kubernetes")
            builder.AddKubernetesEnvironment("kubernetes").WithDashboard(false);
        else
            builder.AddDockerComposeEnvironment("compose").WithDashboard(false);
    }
}
