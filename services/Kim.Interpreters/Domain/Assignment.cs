using Kim.Results;

namespace Kim.Interpreters.Domain;

/// <summary>What the interpreter hands in after the talk.</summary>
public sealed record Proof(DateTimeOffset StartedAt, DateTimeOffset EndedAt, int TravelMinutes, decimal TravelKm, string ConfirmedBy);

/// <summary>
/// The interpreter who accepted, the time that is taken in the calendar (the talk and the way there and back) and the proof
/// of the hours. The database refuses two active assignments of one interpreter that overlap.
/// </summary>
public sealed class Assignment
{
    private Assignment()
    {
    }

    public Guid Id { get; private set; }

    public Guid BookingId { get; private set; }

    public Guid InterpreterId { get; private set; }

    /// <summary>The pool's reference of the case, kept here for continuity.</summary>
    public Guid CaseRef { get; private set; }

    public DateTimeOffset OccupiedFrom { get; private set; }

    public DateTimeOffset OccupiedUntil { get; private set; }

    /// <summary>False once the booking was cancelled or changed: the time is free again.</summary>
    public bool Active { get; private set; } = true;

    public DateTimeOffset AcceptedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int? TravelMinutes { get; private set; }

    public decimal? TravelKm { get; private set; }

    /// <summary>Who signed for the requesting agency.</summary>
    public string? ConfirmedBy { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Length of the talk in started minutes.</summary>
    public int Minutes => StartedAt is { } start && EndedAt is { } end ? (int)Math.Ceiling((end - start).TotalMinutes) : 0;

    /// <summary>An interpreter takes a booking.</summary>
    public static Assignment Of(Guid id, Booking booking, Guid interpreterId, TimeSpan way, DateTimeOffset now) => new()
    {
        Id = id,
        BookingId = booking.Id,
        InterpreterId = interpreterId,
        CaseRef = booking.Details.CaseRef,
        OccupiedFrom = booking.Details.StartsAt - way,
        OccupiedUntil = booking.Details.EndsAt + way,
        AcceptedAt = now,
    };

    /// <summary>The hours are handed in. The talk may have been moved by agreement, but it must be over.</summary>
    public Result HandIn(Proof proof, string mode, Guid by, DateTimeOffset now)
    {
        if (proof.EndedAt <= proof.StartedAt) return Error.Invalid("end-before-start", "The end lies before the start.", "endedAt");
        if (proof.EndedAt > now) return Error.Invalid("end-in-future", "Hours are handed in after the talk.", "endedAt");
        if (proof.EndedAt - proof.StartedAt > TimeSpan.FromHours(12)) return Error.Invalid("too-long", "A talk lasts at most 12 hours.", "endedAt");
        if (mode != "ON_SITE" && (proof.TravelMinutes > 0 || proof.TravelKm > 0))
            return Error.Invalid("travel-without-place", "Only a talk on site has a way.", "travelKm");
        (StartedAt, EndedAt, TravelMinutes, TravelKm) = (proof.StartedAt, proof.EndedAt, proof.TravelMinutes, proof.TravelKm);
        (ConfirmedBy, SubmittedBy) = (proof.ConfirmedBy, by);
        return Result.Success;
    }

    /// <summary>The interpreter's time is free again.</summary>
    public void Release() => Active = false;

    internal void Verify(Guid by, DateTimeOffset now) => (VerifiedBy, VerifiedAt) = (by, now);
}
