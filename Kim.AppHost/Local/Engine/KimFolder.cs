namespace Kim.AppHost.Local;

/// <summary>Where everything of this installation lies. Git ignores it; what is secret is readable by the owner alone.</summary>
internal sealed class KimFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root { get; } = root;

    public string Logs => Path.Combine(Root, "logs");

    public string Pids => Path.Combine(Root, "pids");

    public string Secrets => Path.Combine(Root, "secrets.json");

    public string Status => Path.Combine(Root, "status.tsv");

    public string Welcome => Path.Combine(Root, "welcome.txt");

    /// <summary>The public origin, for scripts.</summary>
    public string Origin => Path.Combine(Root, "origin");

    public string DemoAccounts => Path.Combine(Root, "demo-accounts.json");

    public string Dashboard => Path.Combine(Root, "dashboard");

    public string Data(string name) => Path.Combine(Root, name);

    public void Create()
    {
        // Others may pass through (the database's system user has its folder below), but not list.
        Directory.CreateDirectory(Root);
        File.SetUnixFileMode(Root, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Logs, OwnerOnly);
        Directory.CreateDirectory(Pids, OwnerOnly);
    }

    /// <summary>Replaces a file in one step; no reader sees half of it, no other user sees any of it.</summary>
    public static void WritePrivate(string path, string text)
    {
        var draft = $"{path}.new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(stream))
            writer.Write(text);
        File.Move(draft, path, overwrite: true);
    }
}
