using System.Diagnostics;

namespace Kim.Faults.Tests.Servers;

/// <summary>Programs of a server that belongs to this test run alone, under the user that the server asks for when the tests run as root.</summary>
internal static class OwnedProgram
{
    /// <summary>Starts a program. It replaces the shell of <c>setpriv</c>, so the id is its own.</summary>
    /// <param name="user">The server's user.</param>
    /// <param name="environment">Variables beside those of the tests.</param>
    /// <param name="program">Path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(string user, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote.</exception>
    public static async Task RunAsync(string user, string program, params string[] arguments)
    {
        using var process = Start(user, new Dictionary<string, string>(), program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>A folder that the user owns.</summary>
    public static async Task<string> FolderAsync(string user, string path)
    {
        Directory.CreateDirectory(path);
        if (Environment.IsPrivilegedProcess) await Process.Start("chown", [user, path]).WaitForExitAsync();
        return path;
    }
}
