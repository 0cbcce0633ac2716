namespace Kim.AppHost.Publishing;

/// <summary>AppHost.cs names each service's migration <c>{service}-migrate</c>.</summary>
internal static class Migrations
{
    public static bool Is(IResource resource) => resource.Name.EndsWith("-migrate", StringComparison.Ordinal);
}
