/// <summary>The publishing half of the AppHost's entry point: <c>Kim:Publish</c> is <c>compose</c> (default) or <c>kubernetes</c>.</summary>
internal static partial class Program
{
    // One environment per run: with two in one model every resource would need to name its own.
    static partial void AddPublishing(IDistributedApplicationBuilder builder)
    {
        if (!builder.ExecutionContext.IsPublishMode)
            return;
        switch (builder.Configuration["Kim:Publish"] ?? "compose")
        {
            case "compose":
                Kim.AppHost.Publishing.ComposeOutput.Add(builder);
                break;
            case "kubernetes":
                Kim.AppHost.Publishing.KubernetesOutput.Add(builder);
                break;
            case var other:
                throw new InvalidOperationException($"Kim:Publish is '{other}'. It is compose or kubernetes.");
        }
    }
}
