using System.Globalization;

namespace Kim.Benchmarks.Measuring;

/// <summary>What the kernel knows of processes: processor time and memory.</summary>
internal static class ProcessMeter
{
    // USER_HZ, in which /proc tells times, is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Processor seconds that these processes have used so far, in user mode and in the kernel.</summary>
    public static double CpuSeconds(IEnumerable<int> processes) => processes.Sum(CpuSecondsOf);

    /// <summary>Memory that is resident now, in MB.</summary>
    public static double ResidentMb(int process) => Status(process, "VmRSS:");

    /// <summary>The most that was resident since <see cref="ForgetPeak"/>, in MB.</summary>
    public static double PeakMb(int process) => Status(process, "VmHWM:");

    /// <summary>Begins to look for the peak anew.</summary>
    public static void ForgetPeak(int process) => File.WriteAllText(Place(process, "clear_refs"), "5");

    private static double CpuSecondsOf(int process)
    {
        // The name in parentheses may hold anything, so the fields are counted from its end.
        var line = File.ReadAllText(Place(process, "stat"));
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    private static double Status(int process, string name) =>
        Number(File.ReadLines(Place(process, "status")).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Place(int process, string file) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}");
}
