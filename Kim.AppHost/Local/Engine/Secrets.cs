using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Kim.AppHost.Local;

/// <summary>Generated values that stay the same over restarts, in a file that only the owner can read.</summary>
internal sealed class Secrets(KimFolder folder, IConfiguration configuration)
{
    private const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Lock _lock = new();
    private readonly HashSet<string> _used = [];

    private readonly SortedDictionary<string, string> _kept = File.Exists(folder.At("secrets.json"))
        ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(folder.At("secrets.json")))!
        : [];

    /// <summary>Configuration (<c>Parameters:name</c>) wins over the stored value, which wins over a new one.</summary>
    public string Get(string name, int length)
    {
        lock (_lock)
        {
            var value = configuration[$"Parameters:{name}"] ?? configuration[$"Parameters:{name.Replace('-', '_')}"];
            if (value is null && !_kept.TryGetValue(name, out value))
            {
                _kept[name] = value = RandomNumberGenerator.GetString(Characters, length);
                folder.Write("secrets.json", JsonSerializer.Serialize(_kept, Indented));
            }

            _used.Add(value);
            return value;
        }
    }

    /// <summary>The text without any secret, for whoever looks at the screen.</summary>
    public string Mask(string text)
    {
        lock (_lock)
            return _used.Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length)
                .Aggregate(text, (masked, secret) => masked.Replace(secret, "*****", StringComparison.Ordinal));
    }
}
