namespace Kim.ServiceKit.Messaging;

/// <summary>How patient the messaging is. Tests shorten it.</summary>
internal sealed record MessagingTimes
{
    /// <summary>The longest a handler may take; long work is a job with a table of its own. Far below the broker's patience of 30 minutes.</summary>
    public TimeSpan Handler { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long messages may wait on a queue without one being dealt with, before the service ends.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often figures are taken.</summary>
    public TimeSpan Sample { get; init; } = TimeSpan.FromSeconds(5);
}
