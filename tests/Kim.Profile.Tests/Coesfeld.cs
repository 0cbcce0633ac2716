using Kim.ServiceKit.Profile;

namespace Kim.Profile.Tests;

/// <summary>The profile of the repository, and copies of it to spoil.</summary>
internal static class Coesfeld
{
    /// <summary>Every file of the profile.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Repository.Profile, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static Task<ProfileDocuments> LoadAsync(bool demo = true) => ProfileDocuments.LoadAsync(Repository.Profile, Files, demo, default);
}

/// <summary>A copy of the profile in a folder of its own.</summary>
internal sealed class ProfileCopy : IDisposable
{
    public ProfileCopy()
    {
        Folder = Directory.CreateTempSubdirectory("kim-profile-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "schema"));
        foreach (var file in Directory.GetFiles(Repository.Profile, "*.json")) File.Copy(file, PathOf(Path.GetFileName(file)));
        foreach (var file in Directory.GetFiles(Schemas.Folder, "*.json")) File.Copy(file, PathOf("schema/" + Path.GetFileName(file)));
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces a text that must stand in the file.</summary>
    public void Replace(string file, string text, string with)
    {
        var before = File.ReadAllText(PathOf(file));
        var at = before.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' does not stand in {file}");
        File.WriteAllText(PathOf(file), before[..at] + with + before[(at + text.Length)..]);
    }

    public Task<ProfileDocuments> LoadAsync(params string[] files) => ProfileDocuments.LoadAsync(Folder, files, demo: true, default);

    public async Task<IReadOnlyList<ProfileError>> RefusedAsync(params string[] files) =>
        (await Assert.ThrowsAsync<ProfileException>(() => LoadAsync(files))).Errors;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
