using System.Text;

namespace Kim.AppHost.Local;

/// <summary>Runs a command to its end and complains with its output.</summary>
internal static class Tool
{
    public static async Task<string> RunAsync(Spawner spawner, ProcessSpec spec, CancellationToken ct)
    {
        var (code, output) = await TryAsync(spawner, spec, ct);
        return code == 0 ? output : throw new StartFailure($"{Path.GetFileName(spec.File)} ended with code {code}: {output.Trim()}");
    }

    public static async Task<(int Code, string Output)> TryAsync(Spawner spawner, ProcessSpec spec, CancellationToken ct)
    {
        using var process = await spawner.StartAsync(spec, keepOutput: true);
        var output = new StringBuilder();
        try
        {
            var both = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            output.AppendJoin('\n', both);
            return (process.ExitCode, output.ToString());
        }
        finally
        {
            if (ct.IsCancellationRequested)
                ProcessTable.SignalGroup(process.Id, ProcessTable.Kill);
        }
    }

    /// <summary>The first of the given paths or of PATH's folders that has the command.</summary>
    public static string? Find(string command, params string[] folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Where(f => f.Length > 0).Select(f => Path.Combine(f, command)).FirstOrDefault(File.Exists);
}
