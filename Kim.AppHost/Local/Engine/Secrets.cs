using System.Text.Json;

namespace Kim.AppHost.Local;

/// <summary>Generated values that stay the same over restarts, in a file that only the owner can read.</summary>
internal sealed class Secrets(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Lock _lock = new();

    private readonly SortedDictionary<string, string> _values = File.Exists(path)
        ? new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [], StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    public string GetOrAdd(string name, Func<string> create)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(name, out var known))
                return known;
            var value = create();
            _values[name] = value;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            KimFolder.WritePrivate(path, JsonSerializer.Serialize(_values, Indented));
            return value;
        }
    }
}
