namespace Kim.AppHost.Local;

/// <summary>
/// PostgreSQL refuses to run as root and RabbitMQ should not: root gives both to Debian's system users, with folders of
/// their own. Anybody else runs them as himself.
/// </summary>
internal sealed class ServerAccount(string user, Spawner spawner)
{
    /// <summary>The system user to become, or null to stay who one is.</summary>
    public string? User { get; } = Environment.UserName == "root" && Exists(user) ? user : null;

    /// <summary>Makes the folder and gives it to the account. Where the account cannot reach it, it lies below /var/lib.</summary>
    public async Task<string> OwnFolderAsync(string folder, CancellationToken ct)
    {
        if (User is null)
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return folder;
        }

        var real = folder;
        if (!await CanEnterAsync(Path.GetDirectoryName(folder)!, ct))
        {
            // A repository below /root (mode 700): the link keeps `.kim` the one place to look.
            real = $"/var/lib/kim-{Ports.StableHash(folder):x8}-{Path.GetFileName(folder)}";
            if (!Path.Exists(folder))
                Directory.CreateSymbolicLink(folder, real);
        }

        await Tool.RunAsync(spawner, new ProcessSpec("install", ["-d", "-o", User, "-g", User, "-m", "700", real], "/"), ct);
        return real;
    }

    public async Task GiveAsync(string path, CancellationToken ct)
    {
        if (User is not null)
            await Tool.RunAsync(spawner, new ProcessSpec("chown", [$"{User}:{User}", path], "/"), ct);
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        (await Tool.TryAsync(spawner, new ProcessSpec("test", ["-x", folder], "/") { User = User }, ct)).Code == 0;

    private static bool Exists(string user) =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{user}:", StringComparison.Ordinal));
}
