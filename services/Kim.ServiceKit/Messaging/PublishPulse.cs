namespace Kim.ServiceKit.Messaging;

/// <summary>Since when publishes have run out of time, with the broker there, without one being confirmed.</summary>
internal sealed class PublishPulse(TimeProvider clock)
{
    // Older than this, the last one that ran out tells nothing about now: nothing is left to publish, or another instance does it.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly Lock _one = new();
    private DateTimeOffset? _since;
    private DateTimeOffset _last;

    /// <summary>How long it has been so; zero when all is well.</summary>
    public TimeSpan Silence
    {
        get
        {
            lock (_one)
            {
                var now = clock.GetUtcNow();
                return _since is { } since && now - _last <= Fresh ? now - since : TimeSpan.Zero;
            }
        }
    }

    /// <summary>The broker has confirmed an event, or is away and cannot: nobody is silent.</summary>
    public void Excuse()
    {
        lock (_one) _since = null;
    }

    /// <summary>A publish has run out of its time.</summary>
    public void RanOut()
    {
        lock (_one)
        {
            var now = clock.GetUtcNow();
            if (_since is null || now - _last > Fresh) _since = now;
            _last = now;
        }
    }
}
