using System.Globalization;
using System.Security.Cryptography;

namespace Kim.AppHost.Local;

/// <summary>
/// Where processes send traces, logs and metrics, and under which name: the dashboard joins them to a resource when its
/// name is <c>service.name-service.instance.id</c>.
/// </summary>
internal sealed class Telemetry(int? port, string apiKey)
{
    private readonly string _instance = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 8);

    public string ResourceName(string name) => $"{name}-{_instance}";

    public IEnumerable<KeyValuePair<string, string>> Variables(string name)
    {
        if (port is not { } number)
            yield break;
        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{number}"));
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        yield return new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={apiKey}");
        yield return new("OTEL_SERVICE_NAME", name);
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={_instance}");
        // A developer wants to see now what he did now; the values are Aspire's.
        yield return new("OTEL_BSP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_BLRP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_METRIC_EXPORT_INTERVAL", "1000");
        yield return new("OTEL_TRACES_SAMPLER", "always_on");
        yield return new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
    }
}
