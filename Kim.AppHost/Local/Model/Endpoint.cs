namespace Kim.AppHost.Local;

internal enum EndpointProperty { Host, Port }

/// <summary>A port of a resource: given, fixed because people know it, or (0) set by the engine before the first process starts.</summary>
internal sealed record Endpoint(string Name, string Scheme)
{
    public string Host { get; init; } = "127.0.0.1";
    public int Port { get; set; }
    public bool IsFixed { get; init; }
    public bool IsExternal { get; set; }
    public string Url => $"{Scheme}://{(IsExternal ? "localhost" : Host)}:{Port}";

    public Func<string> Property(EndpointProperty property) => () => property == EndpointProperty.Host ? Host : $"{Port}";
}
