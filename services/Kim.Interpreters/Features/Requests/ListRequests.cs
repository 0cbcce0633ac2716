namespace Kim.Interpreters.Features.Requests;

/// <summary>The desk's inbox: requests in the order of their talks.</summary>
internal static class ListRequests
{
    /// <summary>A request in the list.</summary>
    public sealed record Item(
        Guid Id, Guid BookingRef, [property: Field(FieldClass.Personal)] string Language, [property: Field(FieldClass.Personal)] string? Dialect,
        string Mode, DateTimeOffset StartsAt, int DurationMinutes, string Ags,
        [property: Field(FieldClass.Special)] string TopicClass, int RequiredLevel, [property: Field(FieldClass.Personal)] string? Gender,
        [property: Field(FieldClass.Personal)] bool GenderRequired, string State, DateTimeOffset ReceivedAt);

    internal sealed record Key(DateTimeOffset StartsAt, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/requests", Handle)
        .WithName(nameof(ListRequests))
        .WithSummary("Requests for an interpreter")
        .WithDescription("In the order of the talks. `state` filters by one state of the procedure.")
        .RequireAuthorization(InterpretersPolicies.ReadRequests);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        string? state, [AsParameters] PageRequest page, InterpretersDb db, AuditBook audit, CancellationToken ct)
    {
        if (state is not null && !BookingStates.All.Contains(state))
            return Error.Invalid("state-unknown", "There is no such state.", "state").ToProblem();
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();

        var query = db.Bookings.AsNoTracking().Where(booking => state == null || booking.State == state);
        if (start.Value.After is { } after)
            query = query.Where(booking => EF.Functions.GreaterThan(
                ValueTuple.Create(booking.Details.StartsAt, booking.Id), ValueTuple.Create(after.StartsAt, after.Id)));
        var items = await query
            .OrderBy(booking => booking.Details.StartsAt).ThenBy(booking => booking.Id)
            .Take(start.Value.Take + 1)
            .Select(booking => new Item(
                booking.Id, booking.BookingRef, booking.Details.Language, booking.Details.Dialect, booking.Details.Mode,
                booking.Details.StartsAt, booking.Details.DurationMinutes, booking.Details.Ags, booking.Details.TopicClass,
                booking.Details.RequiredLevel, booking.Details.Gender, booking.Details.GenderRequired, booking.State, booking.ReceivedAt))
            .ToListAsync(ct);
        audit.Search("booking", items.Take(start.Value.Take).Select(item => item.Id));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new Key(item.StartsAt, item.Id)));
    }
}
