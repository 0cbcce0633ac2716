using System.Diagnostics;

namespace Kim.Faults.Tests.Servers;

/// <summary>
/// A process beside the tests that outlives them by a moment: when they end, however they end (SIGKILL among it), it ends every
/// program that they started. It knows them by a variable that they inherit.
/// </summary>
internal sealed class Watchman : IAsyncDisposable
{
    private const string Mark = "KIM_FAULTS_RUN";

    // The end of the input is the end of the tests. Children of PostgreSQL write over their variables, so parents name them.
    private const string Script = """
        cat >/dev/null
        for place in $(grep -lszx "$1=$2" /proc/[0-9]*/environ); do
            process=${place#/proc/}; process=${process%/environ}
            kill -KILL "$process" $(cat "/proc/$process/task/$process/children") 2>/dev/null
        done
        exit 0
        """;

    private readonly Process _process;

    private Watchman(Process process) => _process = process;

    /// <summary>Every program that is started from here on belongs to this run.</summary>
    public static Watchman Start()
    {
        var run = Guid.NewGuid().ToString("N");
        // In a session of its own: what ends the tests' process group does not end it.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "watchman", Mark, run]) { RedirectStandardInput = true };
        var watchman = new Watchman(Process.Start(start)!);
        Environment.SetEnvironmentVariable(Mark, run);
        return watchman;
    }

    /// <summary>Ends what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
