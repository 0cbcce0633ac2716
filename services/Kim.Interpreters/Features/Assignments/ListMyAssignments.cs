namespace Kim.Interpreters.Features.Assignments;

/// <summary>
/// The talks of the interpreter who is signed in. Some days after the payment a talk leaves this view (domain.md 6.3); what
/// was paid stays in the pool's books. Newest first.
/// </summary>
internal static class ListMyAssignments
{
    /// <summary>A talk.</summary>
    public sealed record Item(
        Guid Id, Guid RequestId, string State, DateTimeOffset StartsAt, int DurationMinutes, [property: Field(FieldClass.Personal)] string Language,
        [property: Field(FieldClass.Personal)] string? Dialect, [property: Field(FieldClass.Special)] string TopicClass,
        string Mode, string Ags, [property: Field(FieldClass.Personal)] string MeetingPlace, string? ContactPosition, int Minutes, decimal? TotalEur,
        DateOnly? SettledOn);

    internal sealed record Key(Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/assignments/mine", Handle)
        .WithName(nameof(ListMyAssignments))
        .WithSummary("My assignments")
        .WithDescription("Accepted talks with place, time and contact, and what was paid. A paid talk leaves the list after the days that the pool's rules set.")
        .RequireAuthorization(InterpretersPolicies.ReadOwnAssignments);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (page.Read<Key>() is var start && start.Error is { } error) return error.ToProblem();
        var before = start.Value.After?.Id;
        var today = LocalTime.DayOf(desk.Now);
        var gone = today.AddDays(-(await db.RulesOnAsync(today, ct)).ViewRetentionDays);
        var rows = await (
            from assignment in db.Assignments.AsNoTracking()
            join interpreter in db.Interpreters on assignment.InterpreterId equals interpreter.Id
            join booking in db.Bookings on assignment.BookingId equals booking.Id
            join paid in db.Settlements on booking.Id equals paid.BookingId into settlements
            from settlement in settlements.DefaultIfEmpty()
            where interpreter.AccountId == desk.Actor.AccountId && assignment.Active && (before == null || assignment.Id < before)
                && (settlement == null || settlement.SettledOn > gone)
            orderby assignment.Id descending
            select new { assignment, booking, Total = (decimal?)settlement.TotalEur, On = (DateOnly?)settlement.SettledOn })
            .Take(start.Value.Take + 1).ToListAsync(ct);
        var items = rows.Select(row => ToItem(row.assignment, row.booking, row.Total, row.On)).ToList();
        desk.Audit.Search("booking", rows.Take(start.Value.Take).Select(row => row.booking.Id));
        return TypedResults.Ok(Page.Of(items, start.Value.Take, item => new Key(item.Id)));
    }

    private static Item ToItem(Assignment assignment, Booking booking, decimal? total, DateOnly? on)
    {
        var talk = booking.Details;
        return new(
            assignment.Id, booking.Id, booking.State, talk.StartsAt, talk.DurationMinutes, talk.Language, talk.Dialect, talk.TopicClass, talk.Mode,
            talk.Ags, talk.MeetingPlace, talk.ContactPosition, assignment.Minutes, total, on);
    }
}
