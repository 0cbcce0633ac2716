using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Schema">Its schema.</param>
public sealed record ApiParameter(string Name, string In, JsonNode Schema);

/// <summary>An operation of a service as its OpenAPI document describes it.</summary>
public sealed class ApiOperation
{
    private readonly JsonNode _operation;

    private ApiOperation(string path, string method, JsonNode operation)
    {
        (Path, Method, _operation) = (path, method.ToUpperInvariant(), operation);
        Parameters = [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter =>
            new ApiParameter(parameter!["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), parameter["schema"] ?? new JsonObject()))];
        Body = operation["requestBody"]?["content"]?["application/json"]?["schema"];
    }

    /// <summary>The route, with its parameters in braces.</summary>
    public string Path { get; }

    /// <summary>The method in capitals.</summary>
    public string Method { get; }

    /// <summary>The operation id.</summary>
    public string Id => _operation["operationId"]!.GetValue<string>();

    /// <summary>Parameters in path, query and headers.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; }

    /// <summary>Schema of the JSON body, null when it takes none.</summary>
    public JsonNode? Body { get; }

    /// <summary>Whether it takes <c>If-Match</c>.</summary>
    public bool TakesVersion => Declares(428);

    /// <summary>Whether it may only read.</summary>
    public bool IsSafe => Method is "GET" or "HEAD";

    /// <summary>Whether the document names this status.</summary>
    public bool Declares(int status) => _operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not null;

    /// <summary>Media types that the document names for a status.</summary>
    public IReadOnlyList<string> MediaTypes(int status) =>
        [.. (_operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)]?["content"]?.AsObject() ?? []).Select(entry => entry.Key)];

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Path}";

    /// <summary>All operations of a document.</summary>
    public static IReadOnlyList<ApiOperation> All(JsonNode document) =>
        [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => new ApiOperation(path.Key, operation.Key, operation.Value!)))];
}
