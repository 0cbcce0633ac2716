namespace Kim.Interpreters.Features.Offers;

/// <summary>
/// What the pool asks of the interpreter who is signed in: time, place, language and topic class, nothing about a client
/// (domain.md 6.3, confidentiality). Newest first.
/// </summary>
internal static class ListMyOffers
{
    /// <summary>An offer.</summary>
    public sealed record Item(
        Guid Id, Guid RequestId, DateTimeOffset StartsAt, int DurationMinutes, [property: Field(FieldClass.Personal)] string Language,
        [property: Field(FieldClass.Personal)] string? Dialect, [property: Field(FieldClass.Special)] string TopicClass,
        string Mode, string Ags, [property: Field(FieldClass.Personal)] string MeetingPlace, DateTimeOffset RespondBy, string State);

    internal sealed record Key(Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/offers/mine", Handle)
        .WithName(nameof(ListMyOffers))
        .WithSummary("My offers")
        .WithDescription("States: OPEN, ACCEPTED, REFUSED, EXPIRED (time to answer over), SUPERSEDED (somebody else was faster, or the request ended).")
        .RequireAuthorization(InterpretersPolicies.AnswerOffers);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        var before = start.Value.After?.Id;
        var rows = await (
            from offer in db.Offers.AsNoTracking()
            join interpreter in db.Interpreters on offer.InterpreterId equals interpreter.Id
            join booking in db.Bookings on offer.BookingId equals booking.Id
            where interpreter.AccountId == desk.Actor.AccountId && (before == null || offer.Id < before)
            orderby offer.Id descending
            select new { offer, booking }).Take(start.Value.Take + 1).ToListAsync(ct);
        var now = desk.Now;
        var items = rows.Select(row => ToItem(row.offer, row.booking, now)).ToList();
        desk.Audit.Search("booking", rows.Take(start.Value.Take).Select(row => row.booking.Id));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new Key(item.Id)));
    }

    private static Item ToItem(Offer offer, Booking booking, DateTimeOffset now)
    {
        var talk = booking.Details;
        return new(
            offer.Id, offer.BookingId, talk.StartsAt, talk.DurationMinutes, talk.Language, talk.Dialect, talk.TopicClass, talk.Mode, talk.Ags,
            talk.MeetingPlace, offer.RespondBy, offer.StateIn(booking, now));
    }
}
