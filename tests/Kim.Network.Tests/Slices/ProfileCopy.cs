using System.Text.Json.Nodes;

namespace Kim.Network.Tests.Slices;

/// <summary>A copy of the profile of Coesfeld in a folder of its own, to be changed by a test.</summary>
public sealed class ProfileCopy : IDisposable
{
    public ProfileCopy()
    {
        foreach (var file in Directory.GetFiles(Repository.Profile, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.Profile, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kim-profile-").FullName;

    public void Change(string file, Action<JsonArray> change)
    {
        var path = Path.Combine(Folder, file);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root["items"]!.AsArray());
        File.WriteAllText(path, root.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
