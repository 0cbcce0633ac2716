using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Demo.Play;

/// <summary>What the API answered: body, version and the trace of the request.</summary>
internal sealed record Answer(JsonNode Body, string? ETag, string TraceId)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Id => Text("id");

    public string Text(string member) => Body[member]?.ToString() ?? throw new DemoException($"The answer has no '{member}'.");

    public JsonArray Items => Body["items"]?.AsArray() ?? throw new DemoException("The answer is no list.");

    public static Answer Of(HttpResponseMessage response, string text) => new(
        text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!,
        response.Headers.ETag?.ToString(),
        response.Headers.TryGetValues("trace-id", out var values) ? values.First() : "-");
}
