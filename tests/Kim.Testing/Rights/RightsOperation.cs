using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kim.Testing;

/// <summary>An operation as the service's OpenAPI document describes it.</summary>
/// <param name="Id">Operation id.</param>
/// <param name="Method">Verb.</param>
/// <param name="Path">Path with parameters, behind <c>/api/v1/{service}</c>.</param>
/// <param name="Node">Its node of the document.</param>
/// <param name="Document">The whole document.</param>
internal sealed partial record RightsOperation(string Id, HttpMethod Method, string Path, JsonNode Node, JsonNode Document)
{
    private const int Deepest = 6;

    /// <summary>Names of the path parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. Parameter().Matches(Path).Select(match => match.Groups[1].Value)];

    public static async Task<IReadOnlyList<RightsOperation>> ReadAsync(ServiceRig rig)
    {
        using var anonymous = rig.Anonymous();
        anonymous.BaseAddress = new Uri(anonymous.BaseAddress!, "/");
        var document = (await anonymous.CallAsync("/openapi/v1.json")).Expect(System.Net.HttpStatusCode.OK).Json;
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => new RightsOperation(
            operation.Value!["operationId"]!.GetValue<string>(), new HttpMethod(operation.Key.ToUpperInvariant()),
            path.Key[$"/api/v1/{rig.Service}".Length..], operation.Value, document)))];
    }

    /// <summary>The path with values; what no value is given for gets one that nothing has.</summary>
    public string Fill(IReadOnlyDictionary<string, string>? values, RightsWorld world)
    {
        var filled = Parameter().Replace(Path, match => values?.GetValueOrDefault(match.Groups[1].Value) ?? Unknown(match.Groups[1].Value));
        var query = QueryParameters().Where(parameter => parameter["required"]?.GetValue<bool>() == true).Select(parameter => parameter["name"]!.GetValue<string>())
            .Select(name => $"{name}={world.Queries.GetValueOrDefault(name, "1")}").ToList();
        return query.Count == 0 ? filled : filled + "?" + string.Join('&', query);
    }

    /// <summary>Whether it answers to a search in its query.</summary>
    public bool Searches => QueryParameters().Any(parameter => parameter["name"]!.GetValue<string>() == "q");

    /// <summary>Whether it answers to a search in its body.</summary>
    public bool SearchesByBody => Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema && Resolve(schema)["properties"]?["q"] is not null;

    /// <summary>Whether it changes a version that the caller has read (<c>If-Match</c>).</summary>
    public bool AsksForAVersion => Node["responses"]?["428"] is not null;

    /// <summary>Whether it answers page by page.</summary>
    public bool Pages => QueryParameters().Any(parameter => parameter["name"]!.GetValue<string>() == "limit");

    /// <summary>A body, as small as the schema allows; null when it takes none.</summary>
    public JsonNode? Body(RightsWorld world)
    {
        if (Node["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema) return null;
        if (world.Bodies.TryGetValue(Id, out var given)) return System.Text.Json.JsonSerializer.SerializeToNode(given);
        return Value(schema, "", world, 0);
    }

    private IEnumerable<JsonNode> QueryParameters() =>
        (Node["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query")!;

    private string Unknown(string name)
    {
        var schema = Node["parameters"]!.AsArray().Single(parameter => parameter!["in"]!.GetValue<string>() == "path" && parameter["name"]!.GetValue<string>() == name)!["schema"]!;
        return schema["format"]?.GetValue<string>() == "uuid" ? Guid.NewGuid().ToString() : Types(schema).Contains("integer") ? "987" : "unknown-record";
    }

    private JsonNode? Value(JsonNode schema, string name, RightsWorld world, int depth)
    {
        if (world.Members.TryGetValue(name, out var given)) return System.Text.Json.JsonSerializer.SerializeToNode(given);
        schema = Resolve(schema);
        if (schema["enum"]?.AsArray() is [{ } first, ..]) return first.DeepClone();
        var types = Types(schema);
        if (types.Contains("object") || schema["properties"] is not null) return Object(schema, world, depth);
        if (types.Contains("array")) return depth > Deepest ? new JsonArray() : new JsonArray(Value(schema["items"]!, name, world, depth + 1));
        if (types.Contains("boolean")) return false;
        if (types.Contains("integer") || types.Contains("number")) return schema["minimum"]?.DeepClone() ?? 1;
        return schema["format"]?.GetValue<string>() switch
        {
            "date" => TestDay.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => TimeProvider.System.GetUtcNow().AddDays(20).ToString("O", CultureInfo.InvariantCulture),
            "uuid" => Guid.NewGuid().ToString(),
            "time" => "10:00:00",
            _ => "Text",
        };
    }

    private JsonObject Object(JsonNode schema, RightsWorld world, int depth)
    {
        var built = new JsonObject();
        foreach (var required in schema["required"]?.AsArray().Select(member => member!.GetValue<string>()) ?? [])
            if (depth <= Deepest) built[required] = Value(schema["properties"]![required]!, required, world, depth + 1);
        return built;
    }

    private JsonNode Resolve(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Resolve(Document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!);
        var choice = schema["oneOf"] ?? schema["anyOf"];
        return choice?.AsArray().FirstOrDefault(option => option!["type"]?.ToString() != "null") is { } chosen ? Resolve(chosen) : schema;
    }

    private static IReadOnlyList<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [],
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
