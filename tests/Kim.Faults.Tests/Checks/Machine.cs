using System.Globalization;

namespace Kim.Faults.Tests.Checks;

/// <summary>What a measured time is worth: on a machine that is busy with something else it says little about Kim.</summary>
internal static class Machine
{
    private const double PerProcessor = 5;

    /// <summary>Processes that wait for a processor, averaged over the last minute (load average). The rig itself makes two to three per processor.</summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Whether others work on this machine as well.</summary>
    public static bool Busy => FaultSuite.SharedMachine || Load > PerProcessor * Environment.ProcessorCount;

    /// <summary>The limit of a time: as promised, or six times as long on a busy machine, where only its order of magnitude is asked for.</summary>
    public static TimeSpan Allow(TimeSpan promised) => Busy ? promised * 6 : promised;
}
