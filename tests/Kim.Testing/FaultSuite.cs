namespace Kim.Testing;

/// <summary>
/// How long a test of faults runs: <c>./kim test --faults</c> runs the long form, <c>./kim test</c> the short one of the same test.
/// Such a test carries <c>[Trait(FaultSuite.Trait, FaultSuite.Name)]</c>; the long run takes these tests alone.
/// </summary>
public static class FaultSuite
{
    /// <summary>Name of the trait.</summary>
    public const string Trait = "Suite";

    /// <summary>Value of the trait.</summary>
    public const string Name = "Faults";

    /// <summary>Whether this is the long run.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("KIM_FAULTS") == "1";

    /// <summary>
    /// Whether others use this machine, as on a server for continuous integration (<c>KIM_SHARED_MACHINE=1</c>): then only the order
    /// of magnitude of a time is asked for. What happens, and what must not, is asserted everywhere.
    /// </summary>
    public static bool SharedMachine { get; } = Environment.GetEnvironmentVariable("KIM_SHARED_MACHINE") == "1";

    /// <summary>Whether times are held to what is promised.</summary>
    public static bool TimesCount => Long && !SharedMachine;

    /// <summary>The size of this run, for example the number of rounds.</summary>
    public static T Pick<T>(T inShort, T inLong) => Long ? inLong : inShort;
}
