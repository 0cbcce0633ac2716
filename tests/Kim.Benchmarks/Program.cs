using Kim.Benchmarks.Bare;
using Kim.Benchmarks.Measuring;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;
using Kim.Benchmarks.Work;

namespace Kim.Benchmarks;

/// <summary>Measures Kim against baselines that do the same work without guards; docs/benchmarks.md says how to read it.</summary>
internal static class Program
{
    private static readonly IReadOnlyList<IWork> Rows =
        [new ReadCase(), new ListCases(), new CreateCase(), new ThroughGateway(), new Events(), new EventDelay(), new PortalPage(), new CsvFile()];

    /// <summary>Exit code 0: measured; 1: something broke, or with <c>--strict</c> a figure was missed; 2: asked wrongly; 3: <c>--strict</c> and the machine is busy.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["bare", var mode])
        {
            await BareProgram.RunAsync(mode);
            return 0;
        }

        try
        {
            return await RunAsync(Settings.Read(arguments));
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine("error: " + wrong.Message);
            return 2;
        }
    }

    private static async Task<int> RunAsync(Settings settings)
    {
        if (settings.Table)
        {
            Table.Print();
            return 0;
        }

        var rows = settings.Rows.Count == 0 ? Rows : [.. settings.Rows.Select(Find)];
        if (!Machine.IsQuiet)
        {
            Console.WriteLine(Text.Of($"WARNING: the machine is busy (load {Machine.Load:0.00}, quiet is up to {Machine.QuietLoad * Environment.ProcessorCount:0.0}): these figures are worth nothing"));
            if (settings.Strict) return 3;
        }

        await using var system = await BenchSystem.StartAsync(settings);
        Console.WriteLine($"{Machine.Name}; {await BenchServers.DurabilityAsync()}");
        var failed = false;
        foreach (var row in rows) failed |= !await MeasureAsync(row, system);
        Console.WriteLine();
        Table.Print();
        return failed ? 1 : 0;
    }

    /// <returns>Whether it worked, and under <c>--strict</c> whether the figure is met.</returns>
    private static async Task<bool> MeasureAsync(IWork row, BenchSystem system)
    {
        Console.WriteLine($"{row.Row}:");
        var load = Machine.Load;
        try
        {
            var outcome = await row.MeasureAsync(system);
            ResultFile.Add(outcome, load);
            return outcome.Met == true || !system.Settings.Strict;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            Console.Error.WriteLine($"error: {row.Row} could not be measured: {broken}");
            return false;
        }
    }

    private static IWork Find(string name) =>
        Rows.FirstOrDefault(row => row.Row == name) ?? throw new FormatException($"there is no row '{name}': {string.Join(", ", Rows.Select(row => row.Row))}");
}
