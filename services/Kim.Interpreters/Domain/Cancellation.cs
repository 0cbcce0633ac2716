namespace Kim.Interpreters.Domain;

/// <summary>
/// The requester cancelled. Kept as a fact of its own, because it may arrive before the request that it cancels.
/// </summary>
public sealed class Cancellation
{
    private Cancellation()
    {
    }

    public Guid BookingRef { get; private set; }

    public long RequestVersion { get; private set; }

    public DateTimeOffset CancelledAt { get; private set; }

    /// <summary>A cancellation arrives.</summary>
    public static Cancellation Of(Guid bookingRef, long requestVersion, DateTimeOffset cancelledAt) =>
        new() { BookingRef = bookingRef, RequestVersion = requestVersion, CancelledAt = cancelledAt };

    /// <summary>A later one replaces it; an older one has no effect.</summary>
    public void Replace(long requestVersion, DateTimeOffset cancelledAt)
    {
        if (requestVersion > RequestVersion) (RequestVersion, CancelledAt) = (requestVersion, cancelledAt);
    }
}
