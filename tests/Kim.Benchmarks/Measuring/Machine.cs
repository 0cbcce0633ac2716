using System.Globalization;

namespace Kim.Benchmarks.Measuring;

/// <summary>What else the machine does.</summary>
internal static class Machine
{
    /// <summary>Load per processor above which figures say more about the machine than about Kim.</summary>
    public const double QuietLoad = 0.5;

    /// <summary>Load average of the last minute.</summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Whether nothing else works here. Only meaningful before a measurement: the bench itself is load.</summary>
    public static bool IsQuiet => Load <= QuietLoad * Environment.ProcessorCount;

    /// <summary>Processors and their model, as the table names them.</summary>
    public static string Name
    {
        get
        {
            var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
            return Text.Of($"{Environment.ProcessorCount} processors ({model ?? "unknown"})");
        }
    }
}
