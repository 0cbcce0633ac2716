using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kim.Portal.Api;

/// <summary>A count as the small-cell rule lets it leave the service: a number, or "&lt;5".</summary>
public readonly record struct Count(string Text)
{
    public override string ToString() => Text ?? "0";
}

/// <summary>Reads a count from a JSON number or string.</summary>
internal sealed class CountConverter : JsonConverter<Count>
{
    public override Count Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => new Count(reader.GetInt64().ToString(CultureInfo.InvariantCulture)),
        JsonTokenType.String => new Count(reader.GetString()!),
        _ => throw new JsonException("A count is a number or a text."),
    };

    public override void Write(Utf8JsonWriter writer, Count value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
