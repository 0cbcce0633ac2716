using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>A request as bytes on the wire, free of what an HTTP client would put right.</summary>
public sealed class WireRequest
{
    /// <summary>The method, or what stands in its place.</summary>
    public required string Method { get; set; }

    /// <summary>The target, as it is sent.</summary>
    public required string Target { get; set; }

    /// <summary>The headers in their order; <c>Content-Length</c> is added when none is among them.</summary>
    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>The body.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Whether the head may be none that a parser takes: then a refusal without a body is right.</summary>
    public bool BrokenHead { get; set; }

    /// <summary>The bytes.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in Headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (Body is not null && !Headers.Any(header => header.Name is "Content-Length" or "Transfer-Encoding"))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("Connection: close\r\n\r\n").ToString()), .. Body ?? []];
    }

    /// <summary>What a person needs to send it again: the token is left out.</summary>
    public string Describe()
    {
        var text = Encoding.Latin1.GetString(ToBytes());
        var token = Headers.FirstOrDefault(header => header.Name == "Authorization").Value;
        if (token is { Length: > 0 }) text = text.Replace(token, "Bearer TOKEN", StringComparison.Ordinal);
        return text.Length <= 1500 ? text : text[..1500] + $" ... ({text.Length} bytes)";
    }
}

/// <summary>An answer from the wire.</summary>
/// <param name="Status">The status, 0 when nothing came.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Body">The body.</param>
/// <param name="Took">From the first byte sent to the last one read.</param>
public sealed record WireAnswer(int Status, ILookup<string, string> Headers, byte[] Body, TimeSpan Took)
{
    /// <summary>The first value of a header.</summary>
    public string? Header(string name) => Headers[name].FirstOrDefault();

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON, null when it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}

/// <summary>Sends bytes and reads what comes back until the other side closes.</summary>
public static class Wire
{
    private static readonly ILookup<string, string> NoHeaders = Array.Empty<string>().ToLookup(name => name);

    /// <summary>One request on a connection of its own.</summary>
    public static Task<WireAnswer> SendAsync(Uri address, WireRequest request) => SendAsync(address, request.ToBytes(), request.Method == "HEAD");

    /// <summary>Any bytes on a connection of their own; the answer is the first one that comes back.</summary>
    public static async Task<WireAnswer> SendAsync(Uri address, byte[] bytes, bool head = false, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        using var timeout = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        var received = new MemoryStream();
        try
        {
            var stream = client.GetStream();
            var reading = stream.CopyToAsync(received, timeout.Token);
            // A server that refuses a large body closes before it has read it all.
            try { await stream.WriteAsync(bytes, timeout.Token); }
            catch (IOException) { }
            await reading;
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
        }

        return Parse(received.ToArray(), head, watch.Elapsed);
    }

    private static WireAnswer Parse(byte[] bytes, bool head, TimeSpan took)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0) return new WireAnswer(0, NoHeaders, [], took);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        if (!int.TryParse(lines[0].Split(' ').ElementAtOrDefault(1), out var status)) return new WireAnswer(0, NoHeaders, [], took);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = bytes[(end + 4)..];
        if (!head && headers["Transfer-Encoding"].Contains("chunked")) body = Unchunk(body);
        return new WireAnswer(status, headers, body, took);
    }

    private static byte[] Unchunk(byte[] body)
    {
        var (whole, at) = (new MemoryStream(), 0);
        while (at < body.Length)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(Encoding.ASCII.GetString(body, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || size == 0) break;
            whole.Write(body, at + line + 2, Math.Min(size, body.Length - at - line - 2));
            at += line + 2 + size + 2;
        }

        return whole.ToArray();
    }
}
