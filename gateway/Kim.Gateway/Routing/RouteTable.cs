using Yarp.ReverseProxy.Configuration;

namespace Kim.Gateway.Routing;

/// <summary>
/// The public routes of an installation, in code because they are part of the product and not of a deployment. Where a
/// service stands is a matter of service discovery: every destination is a logical name.
/// </summary>
internal static class RouteTable
{
    /// <summary>Services with a public API. A name is the second segment of the route, the audience and the logical host.</summary>
    public static readonly IReadOnlyList<string> Services = ["cases", "network", "interpreters", "funding", "naturalisation", "identity"];

    /// <summary>Path prefixes of the API: bearer tokens only, no cookie passes.</summary>
    public static readonly IReadOnlyList<string> ApiPrefixes = ["/api", "/openapi"];

    /// <summary>Order of the refusals: after every route of a service, before the portal, which takes the rest.</summary>
    public const int Refused = 50;

    private static readonly IReadOnlyList<string> SignIn = ["/connect/{**rest}", "/.well-known/{**rest}", "/account/{**rest}"];

    private static readonly Dictionary<string, string> KeepHost = new() { ["RequestHeaderOriginalHost"] = "true" };

    public static IReadOnlyList<RouteConfig> Routes =>
    [
        .. Services.Select(Api),
        .. Services.Select(OpenApi),
        .. SignIn.Select((path, index) => Pages($"identity-pages-{index}", "identity", path, order: 10)),
        Pages("portal", "portal", "/{**rest}", order: 100),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters => [.. Services.Append("portal").Select(Cluster)];

    private static RouteConfig Api(string service) => new()
    {
        RouteId = "api-" + service,
        ClusterId = service,
        Order = 1,
        Match = new RouteMatch { Path = $"/api/v1/{service}/{{**rest}}" },
    };

    private static RouteConfig OpenApi(string service) => new()
    {
        RouteId = "openapi-" + service,
        ClusterId = service,
        Order = 1,
        Match = new RouteMatch { Path = $"/openapi/{service}.json", Methods = ["GET", "HEAD"] },
        Transforms = [new Dictionary<string, string> { ["PathSet"] = "/openapi/v1.json" }],
    };

    // Pages build absolute addresses (redirect URIs), so they see the host that the browser asked for.
    private static RouteConfig Pages(string id, string cluster, string path, int order) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Order = order,
        Match = new RouteMatch { Path = path },
        Transforms = [KeepHost],
    };

    private static ClusterConfig Cluster(string service) => new()
    {
        ClusterId = service,
        Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } },
        HttpRequest = new() { ActivityTimeout = TimeSpan.FromSeconds(30) },
    };
}
