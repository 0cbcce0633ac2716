using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>Requests for an operation: one that should please, and one that is bent in one to three places.</summary>
internal sealed class RequestMaker(FuzzTarget target, JsonNode document)
{
    private static readonly string[] MediaTypes =
    [
        "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/json; charset=nonsense", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "", "application/json; boundary=\"", "image/png", "APPLICATION/JSON", "application/merge-patch+json", "application/problem+json", "/",
    ];

    private static readonly string[] Accepts = ["text/html", "application/xml", "", "*/*;q=0", "application/json;q=nonsense", "text/csv", "image/*"];

    private readonly BodyMaker _bodies = new(document, target.Values);

    /// <summary>A request as the document describes it.</summary>
    public WireRequest Valid(ApiOperation operation, Random random, string token)
    {
        var path = operation.Path;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            var value = target.Values.PickFor(operation.Path, parameter.Name, random);
            // Under the same word other things may have keys that are no ids: such a route would not even be found.
            if (value is null || (parameter.Schema["format"]?.ToString() == "uuid" && !Guid.TryParse(value, out _))) value = Guid.NewGuid().ToString();
            path = path.Replace("{" + parameter.Name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        var query = operation.Parameters.Where(parameter => parameter.In == "query" && random.Next(2) == 0)
            .Select(parameter => parameter.Name + "=" + Uri.EscapeDataString(QueryValue(parameter, random)));
        var request = new WireRequest { Method = operation.Method, Target = path + (string.Join('&', query) is { Length: > 0 } all ? "?" + all : "") };
        request.Headers.Add(("Host", $"{target.Address.Authority}"));
        request.Headers.Add(("Authorization", "Bearer " + token));
        if (operation.Method == "POST" && random.Next(5) > 0) request.Headers.Add(("Idempotency-Key", Guid.NewGuid().ToString()));
        if (operation.Body is not null || operation.Method is "POST" or "PUT") request.Headers.Add(("Content-Type", "application/json"));
        if (Body(operation, random) is { } body) request.Body = Encoding.UTF8.GetBytes(body.ToJsonString());
        else if (operation.Method is "POST" or "PUT") request.Body = "{}"u8.ToArray();
        return request;
    }

    /// <summary>Bends a request.</summary>
    public void Bend(ApiOperation operation, WireRequest request, Random random, List<string> notes)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            switch (random.Next(operation.Body is null ? 4 : 10))
            {
                case 0: BendTarget(request, random, notes); break;
                case 1: BendHeaders(request, random, notes); break;
                case 2: BendQuery(operation, request, random, notes); break;
                case 3 when random.Next(3) == 0: BendHead(request, random, notes); break;
                case 3: BendQuery(operation, request, random, notes); break;
                case 4: BendBytes(request, random, notes); break;
                default:
                    request.Body = Encoding.UTF8.GetBytes(BodyMaker.Bend(Body(operation, random), random.Next(1, 3), random, notes));
                    break;
            }
        }
    }

    private JsonNode? Body(ApiOperation operation, Random random)
    {
        if (operation.Body is null) return null;
        return target.Examples.TryGetValue(operation.Id, out var example) && random.Next(3) > 0
            ? JsonSerializer.SerializeToNode(example(random), JsonSerializerOptions.Web)
            : _bodies.Valid(operation.Body, random);
    }

    private string QueryValue(ApiParameter parameter, Random random) => parameter.Name switch
    {
        "limit" => random.Next(1, 201).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "after" => target.Values.Pick("next", random) ?? "",
        _ => target.Values.Pick(parameter.Name, random) ?? _bodies.Valid(parameter.Schema, random, parameter.Name)?.ToString() ?? "",
    };

    private void BendQuery(ApiOperation operation, WireRequest request, Random random, List<string> notes)
    {
        var names = operation.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).Append("unknown").ToList();
        var name = names[random.Next(names.Count)];
        var value = random.Next(8) switch
        {
            0 => Traps.Encoded[random.Next(Traps.Encoded.Length)],
            1 => new string('x', random.Next(100, 3000)),
            2 when name == "after" => Forged(random),
            _ => Uri.EscapeDataString(Traps.Text[random.Next(Traps.Text.Length)]),
        };
        request.Target += (request.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + name + "=" + value;
        notes.Add($"query {name}={(value.Length > 60 ? value[..60] : value)}");
    }

    // A cursor is opaque, not secret: anybody can read one and write another.
    private string Forged(Random random)
    {
        var cursor = target.Values.Pick("next", random) is { } known ? Encoding.UTF8.GetString(Convert.FromBase64String(Pad(known))) : "{\"Id\":1}";
        try
        {
            var json = Traps.Json[random.Next(Traps.Json.Length)];
            var node = JsonNode.Parse(cursor)!.AsObject();
            var name = node.ElementAt(random.Next(node.Count)).Key;
            node[name] = "@@0@@";
            cursor = node.ToJsonString().Replace("\"@@0@@\"", json, StringComparison.Ordinal);
        }
        catch (JsonException)
        {
        }

        return Convert.ToBase64String(Encoding.UTF8.GetBytes(cursor)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    private static string Pad(string cursor) => cursor.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (cursor.Length % 4)) % 4);

    private static void BendTarget(WireRequest request, Random random, List<string> notes)
    {
        var trap = Traps.Encoded[random.Next(Traps.Encoded.Length)];
        var parts = request.Target.Split('/');
        var at = random.Next(3, parts.Length);
        parts[at] = random.Next(4) switch
        {
            0 => trap,
            1 => parts[at] + trap,
            2 => Uri.EscapeDataString(Traps.Text[random.Next(Traps.Text.Length)]),
            _ => parts[at].ToUpperInvariant(),
        };
        request.Target = string.Join('/', parts);
        request.BrokenHead |= parts[at].Contains('%', StringComparison.Ordinal);
        notes.Add("target " + parts[at]);
    }

    private static void BendHeaders(WireRequest request, Random random, List<string> notes)
    {
        switch (random.Next(9))
        {
            case 0: Set(request, "Content-Type", MediaTypes[random.Next(MediaTypes.Length)], notes); break;
            case 1: Set(request, "Accept", Accepts[random.Next(Accepts.Length)], notes); break;
            case 2: Set(request, "If-Match", ((string[])["*", "\"0\"", "W/\"1\"", "\"", "\"99999999999999999999\"", ",,,", "x"])[random.Next(7)], notes); break;
            case 3: Set(request, "Idempotency-Key", random.Next(3) switch { 0 => "", 1 => new string('k', 101), _ => "k\u00e4\u00df" }, notes); break;
            case 4: Set(request, "X-Large", new string('h', random.Next(3) == 0 ? 60_000 : 30_000 + random.Next(5_000)), notes, broken: true); break;
            case 5:
                for (var i = random.Next(20, 250); i > 0; i--) request.Headers.Add(("X-Many-" + i, "1"));
                request.BrokenHead = true;
                notes.Add("many headers");
                break;
            case 6: Set(request, ((string[])["X-HTTP-Method-Override", "X-Original-URL", "X-Forwarded-For", "X-Kim-Account", "Range", "Expect", "Cookie"])[random.Next(7)], "DELETE", notes, broken: true); break;
            case 7: Set(request, "Authorization", ((string[])["Bearer", "Bearer x.y.z", "Basic eDp5", "", "bearer  a b"])[random.Next(5)], notes); break;
            default: Set(request, "traceparent", "00-zz-zz-\u00ff", notes); break;
        }
    }

    private static void Set(WireRequest request, string name, string value, List<string> notes, bool broken = false)
    {
        request.Headers.RemoveAll(header => header.Name == name);
        request.Headers.Add((name, value));
        request.BrokenHead |= broken || !System.Text.Ascii.IsValid(value);
        notes.Add($"{name}: {(value.Length > 60 ? value.Length + " signs" : value)}");
    }

    private static void BendHead(WireRequest request, Random random, List<string> notes)
    {
        switch (random.Next(6))
        {
            case 0: request.Method = ((string[])["TRACE", "OPTIONS", "PATCH", "DELETE", "PUT", "PROPFIND", "get", "HEAD", "G\u00ebT"])[random.Next(9)]; break;
            case 1: request.Headers.Add(("X-Bad", "a\0b")); break;
            case 2: request.Headers.Add(("X Bad", "1")); break;
            case 3: request.Headers.Add(("X-Fold", "a\r\n b")); break;
            case 4: request.Headers.Add(("Host", "evil.example")); break;
            default: request.Target += "?" + new string('q', random.Next(3) == 0 ? 20_000 : 8_000 + random.Next(500)); break;
        }

        request.BrokenHead = true;
        notes.Add("head " + request.Method);
    }

    private static void BendBytes(WireRequest request, Random random, List<string> notes)
    {
        var body = request.Body ?? [];
        var kind = random.Next(9);
        request.Body = kind switch
        {
            0 => [0xEF, 0xBB, 0xBF, .. body],
            1 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            2 => [.. body.Select(one => random.Next(40) == 0 ? (byte)random.Next(128, 256) : one)],
            3 => body.Length == 0 ? [] : body[..random.Next(body.Length)],
            4 => [],
            5 => [.. body, .. body],
            6 => Encoding.ASCII.GetBytes(Traps.Deep(random.Next(2) == 0 ? 40 : 100_000, random.Next(2) == 0)),
            7 => [.. "{\"a\":\""u8, .. Enumerable.Repeat((byte)'a', random.Next(3) == 0 ? 1_100_000 : 900_000), .. "\"}"u8],
            _ => "/* comment */ {\"a\":1,}"u8.ToArray(),
        };
        request.BrokenHead |= kind == 7;
        notes.Add($"bytes {kind}");
    }
}
