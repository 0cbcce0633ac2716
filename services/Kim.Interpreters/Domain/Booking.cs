using Kim.Results;

namespace Kim.Interpreters.Domain;

/// <summary>
/// A request for an interpreter and its way through the pool. Every step is guarded: a refused one is a value that names
/// the guard and the steps allowed now.
/// </summary>
public sealed class Booking
{
    private Booking()
    {
    }

    /// <summary>The pool's own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The reference shared with the requester's service.</summary>
    public Guid BookingRef { get; private set; }

    /// <summary>Version of the booking at the pool: rises with every step, so that listeners can order its events.</summary>
    public long Version { get; private set; }

    /// <summary>One of <see cref="BookingStates"/>.</summary>
    public string State { get; private set; } = BookingStates.Received;

    /// <summary>What was asked for.</summary>
    public BookingDetails Details { get; private set; } = null!;

    /// <summary>When the request reached the pool first.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Start of the present state.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Why the pool refused, if it did.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>When the requester cancelled, if so.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>A request reaches the pool.</summary>
    public static Booking Receive(Guid id, Guid bookingRef, BookingDetails details, DateTimeOffset now) => new()
    {
        Id = id,
        BookingRef = bookingRef,
        Version = 1,
        Details = details,
        ReceivedAt = now,
        ChangedAt = now,
    };

    /// <summary>
    /// A newer request replaces the facts. Once offers are out they no longer fit, so the booking starts again; after the
    /// proof of the talk nothing changes any more. Returns whether the booking starts again.
    /// </summary>
    public bool Replace(BookingDetails newer, DateTimeOffset now)
    {
        if (newer.RequestVersion <= Details.RequestVersion || !BookingStates.BeforeProof(State)) return false;
        Details = newer;
        Enter(BookingStates.Received, now);
        return true;
    }

    /// <summary>The pool's desk approves the request.</summary>
    public Result Approve(DateTimeOffset now) => Move(BookingStates.Approved, now);

    /// <summary>The pool's desk refuses the request with one of its reasons.</summary>
    public Result Decline(string reason, DateTimeOffset now)
    {
        var moved = Move(BookingStates.Declined, now);
        if (moved.Ok) DeclineReason = reason;
        return moved;
    }

    /// <summary>Offers go out, the first ones or further ones.</summary>
    public Result SendOffers(DateTimeOffset now) => Move(BookingStates.Offered, now);

    /// <summary>The first acceptance wins; the offer must belong to the request as it stands.</summary>
    public Result Accept(Offer offer, DateTimeOffset now)
    {
        if (offer.StateIn(this, now) is var state && state != OfferStates.Open)
            return Error.Blocked("OFFER_" + state, "The offer is no longer open.", BookingStates.NextSteps(State));
        var moved = Move(BookingStates.Accepted, now);
        if (moved.Ok) offer.Answer(OfferStates.Accepted, now);
        return moved;
    }

    /// <summary>The pool's desk confirms the interpreter to the requester.</summary>
    public Result Confirm(DateTimeOffset now) => Move(BookingStates.Confirmed, now);

    /// <summary>The hours of the talk are handed in.</summary>
    public Result SubmitProof(DateTimeOffset now) => Move(BookingStates.ProofSubmitted, now);

    /// <summary>
    /// The desk verifies the proof. Four eyes: neither the interpreter nor whoever handed in the hours may verify them.
    /// </summary>
    public Result Verify(Assignment? assignment, Guid? interpreterAccount, Guid by, DateTimeOffset now)
    {
        if (assignment is null || !BookingStates.MayMove(State, BookingStates.Verified)) return Blocked(BookingStates.Verified);
        if (by == interpreterAccount || by == assignment.SubmittedBy)
            return Error.Forbidden("four-eyes", "Hours are verified by someone who neither did the work nor handed them in.");
        assignment.Verify(by, now);
        return Move(BookingStates.Verified, now);
    }

    /// <summary>The assignment is paid.</summary>
    public Result Settle(DateTimeOffset now) => Move(BookingStates.Paid, now);

    /// <summary>Nobody can be found.</summary>
    public Result MarkUnserved(DateTimeOffset now) => Move(BookingStates.Unserved, now);

    /// <summary>The requester cancels. Without effect once the pool refused, gave up or holds the proof of the talk.</summary>
    public bool Cancel(long requestVersion, DateTimeOffset cancelledAt, DateTimeOffset now)
    {
        if (requestVersion < Details.RequestVersion || !BookingStates.BeforeProof(State)) return false;
        CancelledAt = cancelledAt;
        return Move(BookingStates.Cancelled, now).Ok;
    }

    private Result Move(string to, DateTimeOffset now)
    {
        if (!BookingStates.MayMove(State, to)) return Blocked(to);
        Enter(to, now);
        return Result.Success;
    }

    private Error Blocked(string to) => Error.Blocked("STATE_" + State, $"From {State} no step leads to {to}.", BookingStates.NextSteps(State));

    private void Enter(string state, DateTimeOffset now) => (State, ChangedAt, Version) = (state, now, Version + 1);
}
