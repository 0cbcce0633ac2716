using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;

namespace Kim.Benchmarks.Work;

/// <summary>A row of the table.</summary>
internal interface IWork
{
    /// <summary>Short name, as the command line knows it.</summary>
    string Row { get; }

    /// <summary>Measures it: starts the programs that it needs, and ends them.</summary>
    Task<Outcome> MeasureAsync(BenchSystem system);
}
