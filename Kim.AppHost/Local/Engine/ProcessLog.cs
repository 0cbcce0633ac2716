using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kim.AppHost.Local;

/// <summary>The file into which a child writes by itself: so it holds the last words even when the engine was killed.</summary>
internal static class ProcessLog
{
    private const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>What a child said last, which mostly is why it ended; the engine's own lines do not count.</summary>
    public static string LastLine(string path) =>
        File.ReadLines(path).LastOrDefault(line => line.Length > 0 && !line.StartsWith("[engine]", StringComparison.Ordinal)) ?? "no output";

    /// <summary>The child appends: where the file is emptied it goes on at the beginning.</summary>
    public static void KeepShort(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > MaxBytes })
            return;
        File.Copy(path, $"{path}.1", overwrite: true);
        using var file = new FileStream(path, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>The last lines, then new ones as they come.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(string path, bool follow, [EnumeratorCancellation] CancellationToken ct)
    {
        string[] options = follow ? ["-F", $"--pid={Environment.ProcessId}"] : [];
        var start = new ProcessStartInfo("tail", ["-n", "1000", .. options, path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var tail = Process.Start(start)!;
        await using var end = ct.Register(tail.Kill);
        while (await tail.StandardOutput.ReadLineAsync(ct) is { } line)
            yield return line;
    }
}
