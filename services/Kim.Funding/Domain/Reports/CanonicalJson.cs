using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Funding.Domain.Reports;

/// <summary>
/// JSON in one form (RFC 8785): members sorted by UTF-16 code units, no white space, the shortest escapes, numbers as ECMAScript
/// writes them. Equal content has equal bytes, so its digest can be checked by anybody. Numbers hold at most 15 digits, where a
/// binary double and a decimal say the same.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes.</summary>
    public static byte[] Bytes(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        // Strict: half a surrogate pair has no canonical form.
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text.ToString());
    }

    /// <summary>The canonical text.</summary>
    public static string Text(JsonNode? node) => Encoding.UTF8.GetString(Bytes(node));

    /// <summary>SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject members: WriteObject(text, members); break;
            case JsonArray items: WriteArray(text, items); break;
            default: WriteValue(text, node.AsValue()); break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            WriteString(text, name);
            text.Append(':');
            Write(text, value);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonArray items)
    {
        text.Append('[');
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0) text.Append(',');
            Write(text, items[index]);
        }

        text.Append(']');
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String: WriteString(text, value.GetValue<string>()); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            default: text.Append(Number(value.ToJsonString())); break;
        }
    }

    private static string Number(string written)
    {
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw new ArgumentException("A number is outside what a report can hold.", nameof(written));
        // ECMAScript switches to exponents below 1e-6 and from 1e21 on; reports never get there.
        var plain = number.ToString("0.#############################", CultureInfo.InvariantCulture);
        if (plain.Count(char.IsAsciiDigit) > 15 || (number != 0 && Math.Abs(number) < 0.000001m))
            throw new ArgumentException("A number has more than 15 digits: as a double it would be another one.", nameof(written));
        return plain is "-0" ? "0" : plain;
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        text.Append('"');
    }
}
