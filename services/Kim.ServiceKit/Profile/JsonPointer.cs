using System.Text;

namespace Kim.ServiceKit.Profile;

/// <summary>JSON pointers (RFC 6901): how a refusal tells the place.</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The pointer for a path as JSON libraries write it: <c>$.a[3]['b.c']</c> or <c>#/a[3].b</c>.</summary>
    public static string OfPath(string? path)
    {
        if (path is null) return "";
        var rest = path.StartsWith("#/", StringComparison.Ordinal) ? path.AsSpan(2)
            : path.StartsWith('#') || path.StartsWith("$.", StringComparison.Ordinal) || path.StartsWith("$[", StringComparison.Ordinal) || path is "$" ? path.AsSpan(1)
            : path;
        var pointer = new StringBuilder();
        while (rest.Length > 0)
        {
            var step = NextStep(ref rest);
            if (step.Length > 0) pointer.Append('/').Append(Escape(step));
        }

        return pointer.ToString();
    }

    private static string NextStep(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.') rest = rest[1..];
        var quoted = rest.StartsWith("['");
        var open = !quoted && rest.StartsWith("[");
        var end = quoted ? rest.IndexOf("']") : open ? rest.IndexOf(']') : rest.IndexOfAny('.', '[');
        if (end < 0) end = rest.Length;
        var start = quoted ? 2 : open ? 1 : 0;
        var step = rest[Math.Min(start, end)..end].ToString();
        rest = rest[Math.Min(rest.Length, end + (quoted ? 2 : open ? 1 : 0))..];
        return step;
    }
}
