using System.Text;
using System.Text.Json;

namespace Kim.ServiceKit.Profile;

/// <summary>
/// Finds what common parsers let pass or report without a place: byte order marks, broken UTF-8, broken syntax, a member that
/// stands twice in one object (the last one would win without a word).
/// </summary>
internal static class StrictJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ProfileError? FirstFault(string file, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8) || bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            return new ProfileError(file, "", "starts with a byte order mark; save it as UTF-8 without one");
        try
        {
            Utf8.GetCharCount(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            return new ProfileError(file, "", $"is not UTF-8: byte {broken.Index} does not belong to any character");
        }

        return Walk(file, bytes);
    }

    private static ProfileError? Walk(string file, byte[] bytes)
    {
        var place = new Place();
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
                if (!place.Enter(ref reader)) return new ProfileError(file, place.Pointer, "stands twice in the same object");
        }
        catch (JsonException broken)
        {
            return new ProfileError(file, place.Pointer, $"is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
        }

        return null;
    }

    /// <summary>Where the reader stands: one level per open object or array.</summary>
    private sealed class Place
    {
        private readonly Stack<Level> _levels = new();

        public string Pointer => string.Concat(_levels.Reverse().Select(level => level.Step));

        /// <summary>Follows one token; false when a member's name is not new in its object.</summary>
        public bool Enter(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    return _levels.Peek().Name(reader.GetString()!);
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _levels.Pop();
                    return true;
                default:
                    if (_levels.TryPeek(out var parent)) parent.Value();
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        _levels.Push(new Level(reader.TokenType is JsonTokenType.StartArray));
                    return true;
            }
        }
    }

    private sealed class Level(bool list)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private int _index = -1;
        private string? _name;

        public string Step => list ? _index < 0 ? "" : $"/{_index}" : _name is null ? "" : $"/{JsonPointer.Escape(_name)}";

        public bool Name(string name) => _names.Add(_name = name);

        public void Value() => _index++;
    }
}
