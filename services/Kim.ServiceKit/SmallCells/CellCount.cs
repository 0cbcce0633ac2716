using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kim.ServiceKit.SmallCells;

/// <summary>
/// A count that may leave the service: a number, or hidden by the small-cell rule. Hidden cells all look alike, also those that
/// are hidden only to protect a neighbour: a second mark would tell which of two cells is the small one.
/// </summary>
[JsonConverter(typeof(CellCountJson))]
public readonly record struct CellCount
{
    /// <summary>How a hidden count is written.</summary>
    public const string HiddenMark = "<5";

    private readonly int _value;

    private CellCount(int value, bool isHidden) => (_value, IsHidden) = (value, isHidden);

    /// <summary>True when the number is not told.</summary>
    public bool IsHidden { get; }

    /// <summary>The number, null when hidden.</summary>
    public int? Value => IsHidden ? null : _value;

    /// <summary>A count that is not told.</summary>
    public static CellCount Hidden { get; } = new(0, true);

    /// <summary>A count that is told as it is.</summary>
    public static CellCount Exact(int value) => new(value, false);

    /// <summary>A count that stands alone, without neighbours or totals: hidden from 1 to one below the threshold.</summary>
    public static CellCount Of(int value, int threshold = SmallCell.DefaultThreshold) =>
        SmallCell.IsSmall(value, threshold) ? Hidden : Exact(value);

    /// <summary>The number, or the mark.</summary>
    public override string ToString() => IsHidden ? HiddenMark : _value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A JSON number, or the string <c>"&lt;5"</c>.</summary>
public sealed class CellCountJson : JsonConverter<CellCount>
{
    /// <inheritdoc />
    public override CellCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => CellCount.Exact(reader.GetInt32()),
        JsonTokenType.String when reader.ValueTextEquals(CellCount.HiddenMark) => CellCount.Hidden,
        _ => throw new JsonException("A count is a number or \"<5\"."),
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, CellCount value, JsonSerializerOptions options)
    {
        // Raw, because the default encoder would write the mark's '<' as an escape that people then read in logs and curl.
        if (value.Value is { } number) writer.WriteNumberValue(number);
        else writer.WriteRawValue("\"" + CellCount.HiddenMark + "\"");
    }
}
