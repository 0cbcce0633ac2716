namespace Kim.AppHost.Local;

/// <summary>Where everything of this installation lies. Git ignores it; others may pass through it, but not look.</summary>
internal sealed class KimFolder(string root)
{
    public string At(params string[] parts) => Path.Combine([root, .. parts]);

    /// <summary>From here on all files of this process and its children are readable by their owner alone.</summary>
    public void Create()
    {
        _ = Native.SetFileMask(0b000_111_111);
        Directory.CreateDirectory(At("logs"));
        Directory.CreateDirectory(At("pids"));
        // The database's system user has its folder below.
        File.SetUnixFileMode(root, (UnixFileMode)0b111_001_001);
    }

    /// <summary>Replaces a file in one step: no reader sees half of it.</summary>
    public void Write(string name, string text)
    {
        File.WriteAllText(At($"{name}.new"), text);
        File.Move(At($"{name}.new"), At(name), overwrite: true);
    }
}
