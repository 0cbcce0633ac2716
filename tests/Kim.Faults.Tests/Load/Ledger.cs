using System.Collections.Concurrent;

namespace Kim.Faults.Tests.Load;

/// <summary>What the clients know: each command that was answered with success, and everything that went otherwise.</summary>
internal sealed class Ledger
{
    public ConcurrentQueue<CaseRecord> Cases { get; } = new();

    /// <summary>Answers 503, and connections that broke: the client tried again under the same Idempotency-Key.</summary>
    public ConcurrentQueue<Setback> Setbacks { get; } = new();

    /// <summary>Answers that no fault excuses.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    /// <summary>When each success came, with its seconds of waiting.</summary>
    public ConcurrentQueue<(DateTimeOffset At, double Seconds)> Successes { get; } = new();

    public int Commands => Successes.Count;

    public double Percentile(double share)
    {
        var waits = Successes.Select(success => success.Seconds).Order().ToList();
        return waits.Count == 0 ? 0 : waits[(int)((waits.Count - 1) * share)];
    }
}

/// <summary>A case with what its commands did. One client writes it, so its order is that of the commands.</summary>
internal sealed class CaseRecord(Guid id)
{
    public Guid Id { get; } = id;

    /// <summary>Commands that were answered with success, the opening among them.</summary>
    public int Commands { get; set; } = 1;

    /// <summary>Structural needs by id; true when withdrawn.</summary>
    public Dictionary<Guid, bool> Needs { get; } = [];
}

/// <summary>A command that did not succeed at once.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The answer's status, or null when the connection broke.</param>
/// <param name="IsProblem">Whether it was a problem document with a code.</param>
/// <param name="HasRetryAfter">Whether it said when to come back.</param>
/// <param name="Seconds">How long the client waited for it.</param>
internal sealed record Setback(DateTimeOffset At, int? Status, bool IsProblem, bool HasRetryAfter, double Seconds);
