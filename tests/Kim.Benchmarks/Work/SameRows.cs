using System.Text.Json;
using Kim.Benchmarks.Load;
using Kim.Benchmarks.Running;

namespace Kim.Benchmarks.Work;

/// <summary>Compares what Kim and the baseline answer: a baseline that reads other rows, or fewer, would be a trick.</summary>
internal static class SameRows
{
    /// <summary>One answer, with its size in bytes.</summary>
    public static async Task<(JsonElement Json, int Bytes)> AskAsync(BenchProgram program, HttpRequestMessage request)
    {
        using var target = Target.At(program.Address, () => request);
        var body = await target.SendAsync();
        return (JsonDocument.Parse(body).RootElement, body.Length);
    }

    /// <summary>Fails when two figures that must be equal are not.</summary>
    public static void Equal<T>(string what, T kim, T baseline)
    {
        if (!EqualityComparer<T>.Default.Equals(kim, baseline)) throw new LoadException($"{what}: Kim has {kim}, the baseline {baseline}; they do not do the same work");
    }
}
