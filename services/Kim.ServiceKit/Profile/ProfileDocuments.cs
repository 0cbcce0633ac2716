using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kim.ServiceKit.Profile.Model;

namespace Kim.ServiceKit.Profile;

/// <summary>
/// The files of a profile that one part reads, each valid by its schema. Entries marked <c>demo</c> are left out where demo data
/// is not welcome; the pointers of the others still tell their place in the file.
/// </summary>
public sealed class ProfileDocuments
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    private readonly Dictionary<string, JsonObject> _files;
    private readonly bool _demo;

    private ProfileDocuments(Dictionary<string, JsonObject> files, string hash, bool demo) => (_files, Hash, _demo) = (files, hash, demo);

    /// <summary>SHA-256 over the files, their schemas and the demo switch: equal means that there is nothing to import.</summary>
    public string Hash { get; }

    /// <summary>Loads files and checks each against its schema, keys and validity periods.</summary>
    /// <param name="folder">Folder of the profile; schemas that it brings in <c>schema/</c> go before the built-in ones.</param>
    /// <param name="files">File names, for example <c>offers.json</c>.</param>
    /// <param name="demo">Whether entries marked <c>demo</c> are kept.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="ProfileException">All that is wrong in any of the files.</exception>
    public static async Task<ProfileDocuments> LoadAsync(string folder, IEnumerable<string> files, bool demo, CancellationToken ct)
    {
        var errors = new List<ProfileError>();
        var documents = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([demo ? (byte)1 : (byte)0]);
        foreach (var name in files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var file = await ProfileFile.ReadAsync(folder, name, errors, ct);
            if (file is null) continue;
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name} {file.Bytes.Length} {file.SchemaBytes.Length}\n"));
            hash.AppendData(file.Bytes);
            hash.AppendData(file.SchemaBytes);
            documents[name] = file.Root;
        }

        if (errors.Count > 0) throw new ProfileException(errors);
        return new ProfileDocuments(documents, Convert.ToHexStringLower(hash.GetHashAndReset()), demo);
    }

    /// <summary>A whole file as an object.</summary>
    /// <typeparam name="T">Its record, see <see cref="Model"/>.</typeparam>
    /// <param name="file">File name; the part must name it in its <c>Files</c>.</param>
    public T Read<T>(string file)
    {
        var root = (JsonObject)Wanted(Root(file))!;
        root.Remove("$schema");
        return Typed<T>(file, "", root);
    }

    /// <summary>The entries of a file's <c>items</c>, each with the pointer to its place.</summary>
    /// <typeparam name="T">The record of an entry, see <see cref="Model"/>.</typeparam>
    /// <param name="file">File name; the part must name it in its <c>Files</c>.</param>
    public IReadOnlyList<ProfileItem<T>> Items<T>(string file) =>
    [
        .. Entries(file).Select(entry => new ProfileItem<T>(
            file, $"/items/{entry.Index}", Typed<T>(file, $"/items/{entry.Index}", Wanted(entry.Item)!))),
    ];

    /// <summary>What other files may refer to: the <c>key</c>, <c>ags</c>, <c>code</c> or <c>id</c> of each entry.</summary>
    /// <param name="file">File name; the part must name it in its <c>Files</c>.</param>
    public IReadOnlySet<string> Keys(string file) =>
        Entries(file).Select(entry => ProfileFile.KeyOf((JsonObject)entry.Item!)?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A number of <c>settings.json</c>, which the part must name in its <c>Files</c>.</summary>
    /// <param name="key">Key of the setting.</param>
    /// <exception cref="ProfileException">There is no such setting.</exception>
    public int Setting(string key) =>
        Items<SettingEntry>("settings.json").FirstOrDefault(setting => string.Equals(setting.Value.Key, key, StringComparison.Ordinal))?.Value.Value
        ?? throw new ProfileException("settings.json", "/items", $"the setting '{key}' is missing");

    /// <summary>How many entries of each file are imported.</summary>
    internal IReadOnlyDictionary<string, int> Counts =>
        _files.Where(file => file.Value["items"] is JsonArray).ToDictionary(file => file.Key, file => Entries(file.Key).Count(), StringComparer.Ordinal);

    private IEnumerable<(int Index, JsonNode? Item)> Entries(string file) =>
        (Root(file)["items"] as JsonArray ?? throw new InvalidOperationException($"'{file}' has no 'items'."))
        .Index().Where(entry => Welcome(entry.Item));

    private JsonObject Root(string file) => _files.TryGetValue(file, out var root)
        ? root
        : throw new InvalidOperationException($"'{file}' is not among the files that this part of the profile names.");

    private bool Welcome(JsonNode? node) => _demo || node is not JsonObject entry || entry["demo"]?.GetValue<bool>() is not true;

    private JsonNode? Wanted(JsonNode? node) => node switch
    {
        JsonObject entry => new JsonObject(entry.Select(member => KeyValuePair.Create(member.Key, Wanted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Where(Welcome).Select(Wanted)]),
        _ => node?.DeepClone(),
    };

    private static T Typed<T>(string file, string pointer, JsonNode node)
    {
        try
        {
            return node.Deserialize<T>(Strict)!;
        }
        catch (JsonException refused)
        {
            throw new ProfileException(file, pointer + JsonPointer.OfPath(refused.Path), refused.Message);
        }
    }
}
