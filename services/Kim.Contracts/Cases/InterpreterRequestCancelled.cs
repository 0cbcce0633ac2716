namespace Kim.Contracts.Cases;

/// <summary>The requester no longer needs the interpreter. Published by cases for interpreters.</summary>
[WireName("kim.cases.interpreter-request-cancelled")]
public sealed record InterpreterRequestCancelled
{
    /// <summary>The booking.</summary>
    [PersonReference]
    public required Guid BookingRef { get; init; }

    /// <summary>Version of the request; higher than that of the request itself.</summary>
    public required long Version { get; init; }

    /// <summary>When it was cancelled, UTC: decides the cancellation rule of the rate.</summary>
    public required DateTimeOffset CancelledAt { get; init; }
}
