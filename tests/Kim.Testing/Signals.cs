using System.Runtime.InteropServices;

namespace Kim.Testing;

/// <summary>Signals of the operating system, by their numbers on Linux.</summary>
public static class Signals
{
    /// <summary>Ends at once; for PostgreSQL: an immediate shutdown.</summary>
    public const int Quit = 3;

    /// <summary>Ends without being asked.</summary>
    public const int Kill = 9;

    /// <summary>Asks to end.</summary>
    public const int Terminate = 15;

    /// <summary>Goes on after <see cref="Stop"/>.</summary>
    public const int Continue = 18;

    /// <summary>Stands still.</summary>
    public const int Stop = 19;

    /// <summary>Sends a signal to one process; false when there is none of this id.</summary>
    public static bool Send(int process, int signal) => Native(process, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Native(int process, int signal);
}
