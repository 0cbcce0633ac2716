using System.Globalization;
using System.Text;

namespace Kim.Testing.Fuzzing;

/// <summary>What a fuzzer sent and found.</summary>
/// <param name="service">The service.</param>
/// <param name="seed">The seed.</param>
/// <param name="limit">How long an answer may take.</param>
public sealed class FuzzReport(string service, int seed, TimeSpan limit)
{
    private const int Shown = 25;
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly Dictionary<string, (int Count, string Text)> _findings = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan Took, string What)> _slow = [];
    private readonly List<double> _milliseconds = [];
    private readonly HashSet<string> _succeeded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);

    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Limit { get; } = limit;

    internal void Note(int number, ApiOperation operation, WireRequest request, IReadOnlyList<string> notes, WireAnswer answer, string? wrong)
    {
        _statuses[answer.Status] = _statuses.GetValueOrDefault(answer.Status) + 1;
        _milliseconds.Add(answer.Took.TotalMilliseconds);
        _tried.Add(operation.Id);
        if (answer.Status is >= 200 and < 300) _succeeded.Add(operation.Id);
        if (answer.Took > Limit) _slow.Add((answer.Took, $"#{number} {operation} {answer.Status}"));
        if (wrong is null) return;
        var key = $"{operation.Id}: {wrong}";
        var known = _findings.GetValueOrDefault(key);
        _findings[key] = (known.Count + 1, known.Text ?? $"#{number} {key}\n  bent: {string.Join("; ", notes)}\n  {request.Describe().ReplaceLineEndings("\n  ")}\n  -> {answer.Status} {Short(answer.Text)}");
    }

    /// <summary>One line to print.</summary>
    public override string ToString()
    {
        var statuses = string.Join(", ", _statuses.Select(entry => $"{entry.Key}: {entry.Value}"));
        var sorted = _milliseconds.Order().ToList();
        var p99 = sorted.Count == 0 ? 0 : sorted[sorted.Count * 99 / 100];
        return string.Create(CultureInfo.InvariantCulture,
            $"{service}: {sorted.Count} requests, seed {Seed}, {_succeeded.Count} of {_tried.Count} operations succeeded at least once; {statuses}; p99 {p99:0} ms, slowest {sorted.LastOrDefault():0} ms, {_slow.Count} over {Limit.TotalSeconds:0} s");
    }

    /// <summary>Fails when anything was found.</summary>
    public void ExpectNothing()
    {
        if (_findings.Count == 0 && _slow.Count == 0) return;
        var text = new StringBuilder().AppendLine(ToString());
        foreach (var (count, finding) in _findings.Values.Take(Shown)) text.Append(CultureInfo.InvariantCulture, $"{count} x {finding}\n\n");
        foreach (var (took, what) in _slow.Take(Shown)) text.Append(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0} ms: {what}\n");
        throw new FuzzException(text.Append(CultureInfo.InvariantCulture, $"Again: KIM_FUZZ_SEED={Seed} KIM_FUZZ_ONLY=<number> KIM_FUZZ={_milliseconds.Count}").ToString());
    }

    private static string Short(string text) => text.Length > 500 ? text[..500] : text;
}

/// <summary>A fuzzer found something.</summary>
public sealed class FuzzException(string message) : Exception(message);
