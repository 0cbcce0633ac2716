using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.ServiceKit.Profile;

/// <summary>One file of the profile, read and checked as far as that goes without the other files.</summary>
internal sealed record ProfileFile(JsonObject Root, byte[] Bytes, byte[] SchemaBytes)
{
    private static readonly string[] KeyMembers = ["key", "ags", "code", "id"];

    /// <summary>
    /// Reads a file and its schema. A profile may bring schemas of its own in <c>schema/</c>; without them the built-in ones hold
    /// (<c>profiles/schema</c> of the repository), which are the same for every Kreis. What is wrong goes to
    /// <paramref name="errors"/>; then the answer is null.
    /// </summary>
    public static async Task<ProfileFile?> ReadAsync(string folder, string name, List<ProfileError> errors, CancellationToken ct)
    {
        var schemaName = $"schema/{Path.GetFileNameWithoutExtension(name)}.schema.json";
        var bytes = await BytesAsync(folder, name, errors, ct);
        var schemaBytes = await SchemaAsync(folder, schemaName, errors, ct);
        if (bytes is null || schemaBytes is null) return null;
        ProfileError?[] unreadable = [StrictJson.FirstFault(name, bytes), StrictJson.FirstFault(schemaName, schemaBytes)];
        if (unreadable.Any(fault => fault is not null))
        {
            errors.AddRange(unreadable.OfType<ProfileError>());
            return null;
        }

        var before = errors.Count;
        errors.AddRange(await ProfileSchema.FaultsAsync(name, bytes, schemaName, schemaBytes, ct));
        if (errors.Count > before) return null;
        if (JsonNode.Parse(bytes) is not JsonObject root)
        {
            errors.Add(new ProfileError(name, "", "must be an object"));
            return null;
        }

        errors.AddRange(DoubleKeys(name, root));
        errors.AddRange(EmptyPeriods(name, "", root));
        return errors.Count > before ? null : new ProfileFile(root, bytes, schemaBytes);
    }

    /// <summary>What an entry is known by.</summary>
    public static (string Member, string Value)? KeyOf(JsonObject entry)
    {
        foreach (var member in KeyMembers)
            if (entry[member] is JsonValue value && value.TryGetValue<string>(out var text)) return (member, text);
        return null;
    }

    private static async Task<byte[]?> SchemaAsync(string folder, string name, List<ProfileError> errors, CancellationToken ct)
    {
        if (File.Exists(Path.Combine(folder, name))) return await BytesAsync(folder, name, errors, ct);
        await using var builtIn = typeof(ProfileFile).Assembly.GetManifestResourceStream(name);
        if (builtIn is null)
        {
            errors.Add(new ProfileError(name, "", "the schema is missing"));
            return null;
        }

        using var bytes = new MemoryStream();
        await builtIn.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private static async Task<byte[]?> BytesAsync(string folder, string name, List<ProfileError> errors, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(Path.Combine(folder, name), ct);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(new ProfileError(name, "", "the file is missing"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.Add(new ProfileError(name, "", $"the file cannot be read: {failure.GetType().Name}"));
        }

        return null;
    }

    private static IEnumerable<ProfileError> DoubleKeys(string name, JsonObject root)
    {
        if (root["items"] is not JsonArray items) yield break;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, item) in items.Index())
        {
            if (item is not JsonObject entry || KeyOf(entry) is not { } key) continue;
            if (!seen.TryAdd(key.Value, index))
                yield return new ProfileError(name, $"/items/{index}/{key.Member}", $"'{key.Value}' is already the {key.Member} of /items/{seen[key.Value]}");
        }
    }

    // validUntil is exclusive: a period that ends on its first day holds on no day at all.
    private static IEnumerable<ProfileError> EmptyPeriods(string name, string pointer, JsonNode? node)
    {
        if (node is JsonArray list)
            return list.Index().SelectMany(entry => EmptyPeriods(name, $"{pointer}/{entry.Index}", entry.Item));
        if (node is not JsonObject entry) return [];
        var below = entry.SelectMany(member => EmptyPeriods(name, $"{pointer}/{JsonPointer.Escape(member.Key)}", member.Value));
        return Day(entry["validFrom"]) is { } from && Day(entry["validUntil"]) is { } until && until <= from
            ? below.Prepend(new ProfileError(name, $"{pointer}/validUntil", $"must be after validFrom ({from:yyyy-MM-dd})"))
            : below;
    }

    private static DateOnly? Day(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", out var day) ? day : null;
}
