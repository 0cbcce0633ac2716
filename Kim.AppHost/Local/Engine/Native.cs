using System.Runtime.InteropServices;

namespace Kim.AppHost.Local;

/// <summary>What only the operating system can do.</summary>
internal static class Native
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>A negative pid reaches a whole group: a child and all that it started.</summary>
    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Signal(int pid, int signal);

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern uint SetFileMask(uint mask);
}
