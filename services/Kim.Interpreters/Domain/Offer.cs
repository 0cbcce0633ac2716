using Kim.Results;

namespace Kim.Interpreters.Domain;

/// <summary>States of an offer.</summary>
public static class OfferStates
{
    public const string Open = "OPEN";
    public const string Accepted = "ACCEPTED";
    public const string Refused = "REFUSED";

    /// <summary>Derived: the time to answer is over.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Derived: somebody else was faster, or the request changed or ended.</summary>
    public const string Superseded = "SUPERSEDED";
}

/// <summary>
/// The pool asks one interpreter. What follows from time or from the booking (expired, superseded) is derived and not
/// stored: the acceptance of one interpreter must not need the right to write the offers of the others.
/// </summary>
public sealed class Offer
{
    private Offer()
    {
    }

    public Guid Id { get; private set; }

    public Guid BookingId { get; private set; }

    public Guid InterpreterId { get; private set; }

    /// <summary>The version of the request that was offered.</summary>
    public long RequestVersion { get; private set; }

    /// <summary>OPEN, ACCEPTED or REFUSED.</summary>
    public string State { get; private set; } = OfferStates.Open;

    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>End of the time to answer.</summary>
    public DateTimeOffset RespondBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The pool offers a booking to an interpreter.</summary>
    public static Offer To(Guid id, Booking booking, Guid interpreterId, DateTimeOffset respondBy, DateTimeOffset now) => new()
    {
        Id = id,
        BookingId = booking.Id,
        InterpreterId = interpreterId,
        RequestVersion = booking.Details.RequestVersion,
        OfferedAt = now,
        RespondBy = respondBy,
    };

    /// <summary>The state that counts now.</summary>
    public string StateIn(Booking booking, DateTimeOffset now) =>
        StateOf(State, RequestVersion == booking.Details.RequestVersion && booking.State == BookingStates.Offered, RespondBy, now);

    /// <summary>The state that counts now, from the stored one.</summary>
    public static string StateOf(string stored, bool stillWanted, DateTimeOffset respondBy, DateTimeOffset now)
    {
        if (stored != OfferStates.Open) return stored;
        if (!stillWanted) return OfferStates.Superseded;
        return respondBy <= now ? OfferStates.Expired : OfferStates.Open;
    }

    /// <summary>The interpreter refuses. No reason is asked for: volunteers have no duty to accept (domain.md 6.1).</summary>
    public Result Refuse(Booking booking, DateTimeOffset now)
    {
        if (StateIn(booking, now) is var state && state != OfferStates.Open)
            return Error.Blocked("OFFER_" + state, "The offer is no longer open.", []);
        Answer(OfferStates.Refused, now);
        return Result.Success;
    }

    internal void Answer(string state, DateTimeOffset now) => (State, AnsweredAt) = (state, now);
}
