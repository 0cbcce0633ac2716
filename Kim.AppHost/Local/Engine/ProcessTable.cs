using System.Globalization;
using System.Runtime.InteropServices;

namespace Kim.AppHost.Local;

/// <summary>What the kernel knows of processes: identity by pid and start time, and signals.</summary>
internal static class ProcessTable
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Start time in clock ticks since boot; null when there is no such process (a zombie counts as gone).</summary>
    public static string? StartTime(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            // The command may hold spaces and brackets; the fields after its last bracket do not. Field 3 is the state, 22 the start.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Signal(int pid, int signal) => _ = SendSignal(pid, signal);

    /// <summary>To a process and all that it started: every child leads its own group.</summary>
    public static void SignalGroup(int pid, int signal) => _ = SendSignal(-pid, signal);

    /// <summary>Files of this process and its children are readable by their owner alone.</summary>
    public static void KeepFilesPrivate() => _ = SetMask(0b000_111_111);

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
