using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>A port of a resource. The engine sets host and port before the first process starts.</summary>
internal sealed class Endpoint(string name, string scheme)
{
    public string Name { get; } = name;

    public string Scheme { get; } = scheme;

    public int? FixedPort { get; init; }

    public bool External { get; set; }

    public string Host { get; set; } = "127.0.0.1";

    public int Port { get; set; }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{(External ? "localhost" : Host)}:{Port}");
}

internal enum EndpointProperty
{
    Url,
    Host,
    Port,
}

internal sealed class EndpointReference(Resource resource, string endpointName) : IValueProvider
{
    internal Endpoint Endpoint => resource.Endpoints.Find(e => e.Name == endpointName)
        ?? throw new InvalidOperationException($"Resource '{resource.Name}' has no endpoint '{endpointName}': call WithHttpEndpoint() first.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public string GetValue() => Endpoint.Url;
}

internal sealed class EndpointReferenceExpression(EndpointReference reference, EndpointProperty property) : IValueProvider
{
    public string GetValue() => property switch
    {
        EndpointProperty.Host => reference.Endpoint.Host,
        EndpointProperty.Port => reference.Endpoint.Port.ToString(CultureInfo.InvariantCulture),
        _ => reference.Endpoint.Url,
    };
}
