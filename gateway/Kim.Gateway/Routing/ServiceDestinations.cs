using System.Net;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Kim.Gateway.Routing;

/// <summary>Turns logical names (<c>http://cases</c>) into addresses. The package that does this for YARP is not on every mirror.</summary>
internal sealed class ServiceDestinations(ServiceEndpointResolver resolver) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var source = await resolver.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var address = AddressOf(endpoint.EndPoint);
                found[$"{name}@{address}"] = destination with { Address = address };
            }
        }

        return new ResolvedDestinationCollection(found, new CompositeChangeToken(changes));
    }

    private static string AddressOf(EndPoint endpoint) => endpoint switch
    {
        DnsEndPoint dns => $"http://{dns.Host}:{(dns.Port == 0 ? 80 : dns.Port)}",
        IPEndPoint ip => $"http://{ip}",
        _ => endpoint.ToString()!,
    };
}
