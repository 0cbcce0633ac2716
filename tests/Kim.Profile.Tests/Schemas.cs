using System.Text.Json;

namespace Kim.Profile.Tests;

/// <summary>The schemas as documents.</summary>
internal static class Schemas
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "profiles", "schema");

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;

    /// <summary>The schema of one entry.</summary>
    public static JsonElement Item(string file) => Read(file).GetProperty("properties").GetProperty("items").GetProperty("items");

    /// <summary>Every sub-schema that describes an object, with its place.</summary>
    public static IEnumerable<(string Place, JsonElement Schema)> Objects(string place, JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, child) in schema.EnumerateArray().Index())
                foreach (var found in Objects($"{place}/{index}", child)) yield return found;
        }

        if (schema.ValueKind != JsonValueKind.Object) yield break;
        if (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object")) yield return (place, schema);
        foreach (var member in schema.EnumerateObject())
            foreach (var found in Objects($"{place}/{member.Name}", member.Value)) yield return found;
    }
}
