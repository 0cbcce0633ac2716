using Google.Protobuf;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>A span as a process sent it.</summary>
/// <param name="Process">The sender's <c>service.name</c>.</param>
/// <param name="Scope">Name of the source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trace">Id of its trace.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Parent">Id of the span above it; empty for the first.</param>
internal sealed record SentSpan(string Process, string Scope, string Name, string Trace, string Id, string Parent);

/// <summary>An instrument as a process sent it.</summary>
/// <param name="Process">The sender's <c>service.name</c>.</param>
/// <param name="Scope">Name of the meter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record SentMetric(string Process, string Scope, string Name, string Unit);

/// <summary>Reads OTLP (opentelemetry-proto 1.x) as far as names and ids go. Requests one after the other are, in protobuf, one request.</summary>
internal static class Telemetry
{
    public static IReadOnlyList<SentSpan> Spans(byte[] traces) => [.. Items(traces).Select(item => new SentSpan(
        item.Process, item.Scope, item.Fields[5].ToStringUtf8(), Hex(item.Fields, 1), Hex(item.Fields, 2), Hex(item.Fields, 4)))];

    public static IReadOnlyList<SentMetric> Metrics(byte[] metrics) => [.. Items(metrics).Select(item => new SentMetric(
        item.Process, item.Scope, item.Fields[1].ToStringUtf8(), item.Fields.TryGetValue(3, out var unit) ? unit.ToStringUtf8() : ""))];

    // Both signals have the same build: resources (1) with their scopes (2), those with their items (2).
    private static IEnumerable<(string Process, string Scope, Dictionary<int, ByteString> Fields)> Items(byte[] request) =>
        from resource in Parts(ByteString.CopyFrom(request), 1)
        let process = ServiceName(Parts(resource, 1).Single())
        from scope in Parts(resource, 2)
        let source = Parts(Parts(scope, 1).Single(), 1).Single().ToStringUtf8()
        from item in Parts(scope, 2)
        select (process, source, Fields(item).GroupBy(field => field.Number).ToDictionary(same => same.Key, same => same.First().Bytes));

    private static string ServiceName(ByteString resource) => Parts(resource, 1)
        .Where(attribute => Parts(attribute, 1).Single().ToStringUtf8() == "service.name")
        .Select(attribute => Parts(Parts(attribute, 2).Single(), 1).Single().ToStringUtf8()).Single();

    private static string Hex(Dictionary<int, ByteString> fields, int number) => fields.TryGetValue(number, out var id) ? Convert.ToHexStringLower(id.Span) : "";

    private static IEnumerable<ByteString> Parts(ByteString message, int number) => Fields(message).Where(field => field.Number == number).Select(field => field.Bytes);

    private static List<(int Number, ByteString Bytes)> Fields(ByteString message)
    {
        var input = message.CreateCodedInput();
        var fields = new List<(int, ByteString)>();
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited) fields.Add((WireFormat.GetTagFieldNumber(tag), input.ReadBytes()));
            else input.SkipLastField();
        }

        return fields;
    }
}
