using System.Diagnostics;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace Kim.Gateway.Routing;

/// <summary>The reverse proxy: routes, where they lead, and what its failures look like.</summary>
internal static class RoutingSetup
{
    public static void AddRoutes(this IServiceCollection services)
    {
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new NoKeyStore());
        services.AddSingleton<IDestinationResolver, ServiceDestinations>();
        services.AddReverseProxy()
            .LoadFromMemory(RouteTable.Routes, RouteTable.Clusters)
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = TimeSpan.FromSeconds(2))
            .AddTransforms(transforms =>
            {
                transforms.AddXForwarded(ForwardedTransformActions.Set);
                transforms.AddResponseHeaderRemove("Server");
                transforms.AddResponseTransform(OneTraceId);
            });
    }

    public static void MapRoutes(this WebApplication app)
    {
        // Without these a wrong API path would be answered by the portal, in HTML, and the services' probes by nobody.
        foreach (var inside in new[] { "/api", "/openapi", "/health" })
            app.Map(inside + "/{**rest}", () => TypedResults.NotFound()).WithOrder(RouteTable.Refused);
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(ProxyFailures.Explain);
            proxy.UseLoadBalancing();
        });
    }

    // A service names the trace, too: one header is enough.
    private static ValueTask OneTraceId(ResponseTransformContext context)
    {
        if (Activity.Current is { } activity) context.HttpContext.Response.Headers["trace-id"] = activity.TraceId.ToHexString();
        return ValueTask.CompletedTask;
    }

    // The proxy's session affinity, which is not used, brings data protection along: its key must not land on the disk.
    private sealed class NoKeyStore : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [];

        public void StoreElement(XElement element, string friendlyName)
        {
        }
    }
}
