namespace Kim.Testing;

/// <summary>
/// A clock that a test sets and moves. It flows on like the real one and its timers are real ones: jobs that wait for a
/// second still wake, while 'today' is the day that the test needs.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _guard = new();
    private TimeSpan _offset = start - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard) return System.GetUtcNow() + _offset;
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_guard) _offset += by;
    }

    /// <summary>Sets the clock.</summary>
    public void SetTo(DateTimeOffset now)
    {
        lock (_guard) _offset = now - System.GetUtcNow();
    }
}
