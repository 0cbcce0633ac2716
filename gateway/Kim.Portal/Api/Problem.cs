using System.Net;
using System.Text.Json;

namespace Kim.Portal.Api;

/// <summary>What the API answers when it refuses (RFC 9457), as far as a page can show it.</summary>
public sealed record Problem(int Status, string Code, string? Title)
{
    /// <summary>Messages by the API's field name (camelCase, dotted).</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The guard of the state machine that failed (409).</summary>
    public string? Guard { get; init; }

    /// <summary>The steps that are allowed instead (409).</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Requirements of a naturalisation that stand against the step (409).</summary>
    public IReadOnlyList<OpenRequirement> Requirements { get; init; } = [];

    /// <summary>Reference number under which operations find the request.</summary>
    public string? TraceId { get; init; }

    /// <summary>True when nobody knows whether the request had its effect: the same form may be sent again with the same key.</summary>
    public bool IsOutage => Status >= 500;

    public static async Task<Problem> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        var trace = response.Headers.TryGetValues("trace-id", out var ids) ? ids.First() : null;
        var fallback = new Problem(status, CodeOf(response.StatusCode), null) { TraceId = trace };
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json")) return fallback;
        try
        {
            using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            return Of(document.RootElement, fallback);
        }
        catch (JsonException)
        {
            return fallback;
        }
    }

    public static Problem Outage(string? traceId) => new(503, "unavailable", null) { TraceId = traceId };

    private static Problem Of(JsonElement body, Problem fallback) => body.ValueKind != JsonValueKind.Object ? fallback : fallback with
    {
        Code = Text(body, "code") ?? fallback.Code,
        Title = Text(body, "title"),
        Guard = Text(body, "guard"),
        TraceId = Text(body, "traceId") ?? fallback.TraceId,
        Allowed = Texts(body, "allowed"),
        Requirements = body.TryGetProperty("requirements", out var open) && open.ValueKind == JsonValueKind.Array
            ? open.Deserialize<List<OpenRequirement>>(JsonSerializerOptions.Web)!
            : [],
        Errors = body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().ToDictionary(field => field.Name, field => Texts(errors, field.Name).ToArray())
            : new Dictionary<string, string[]>(),
    };

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Texts(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ToString())]
            : [];

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "unauthenticated",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.NotFound => "not-found",
        HttpStatusCode.PreconditionFailed => "stale",
        HttpStatusCode.TooManyRequests => "too-many-requests",
        >= HttpStatusCode.InternalServerError => "unavailable",
        _ => "error",
    };
}

/// <summary>A page cannot be shown because a read was refused; <c>ApiFailures</c> turns it into a calm page.</summary>
public sealed class ApiException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem { get; } = problem;
}

/// <summary>The answer to a write: the value and its version, or the problem.</summary>
public sealed record ApiResult<T>(T? Value, string? ETag, Problem? Problem)
{
    public bool Succeeded => Problem is null;
}

/// <summary>What was read, with the version that a later change names in <c>If-Match</c>.</summary>
public sealed record Versioned<T>(T Value, string? ETag);

/// <summary>What a form carries from its rendering to its submission, so that a double submit has one effect.</summary>
public sealed record FormKey(string? IdempotencyKey, string? ETag);

/// <summary>One page of a list.</summary>
public sealed record Listed<T>
{
    public IReadOnlyList<T> Items { get; init; } = [];

    public string? Next { get; init; }
}

/// <summary>The answer to a create.</summary>
public sealed record Created(Guid Id);

/// <summary>An answer of which the page needs nothing.</summary>
public sealed record Nothing;
