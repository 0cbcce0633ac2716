using Kim.Contracts.Cases;
using MassTransit;

namespace Kim.Interpreters.Consumers;

/// <summary>
/// A request reaches the pool, or a newer version of it. Events arrive in any order and more than once: the newest version of
/// the facts counts, and a cancellation that came first ends the request at once.
/// </summary>
internal sealed class OnInterpreterRequested(InterpretersDb db, TimeProvider clock) : IConsumer<InterpreterRequested>
{
    public async Task Consume(ConsumeContext<InterpreterRequested> context)
    {
        var (message, ct, now) = (context.Message, context.CancellationToken, clock.GetUtcNow());
        await db.LockReferenceAsync(message.BookingRef, ct);
        var booking = await db.LockByReferenceAsync(message.BookingRef, ct);
        if (booking is null) db.Bookings.Add(booking = Booking.Receive(Guid.CreateVersion7(now), message.BookingRef, Details(message), now));
        else if (booking.Replace(Details(message), now)) await db.ReleaseAssignmentAsync(booking.Id, ct);

        var cancellation = await db.Cancellations.FindAsync([message.BookingRef], ct);
        if (cancellation is not null && booking.Cancel(cancellation.RequestVersion, cancellation.CancelledAt, now))
            await db.ReleaseAssignmentAsync(booking.Id, ct);
        await db.SaveChangesAsync(ct);
    }

    private static BookingDetails Details(InterpreterRequested message) => new()
    {
        RequestVersion = message.Version,
        CaseRef = message.CaseRef,
        Language = message.Language,
        Dialect = message.Dialect,
        Mode = message.Mode,
        StartsAt = message.StartsAt.ToUniversalTime(),
        DurationMinutes = message.DurationMinutes,
        Ags = message.Ags,
        MeetingPlace = message.MeetingPlace,
        ContactPosition = message.ContactPosition,
        TopicClass = message.TopicClass,
        RequiredLevel = message.RequiredLevel,
        Gender = message.Gender,
        GenderRequired = message.GenderRequired,
    };
}
