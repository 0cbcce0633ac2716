using Kim.Interpreters.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Interpreters.Data;

/// <summary>Collects what matching needs: few set-based reads, whatever the size of the pool.</summary>
internal static class PoolReader
{
    private const int RecentDays = 90;

    // Longer than any way in the Kreis: assignments farther away in time cannot overlap.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(12);

    private sealed record Work(ILookup<Guid, (DateTimeOffset, DateTimeOffset)> Taken, Dictionary<Guid, int> SameCase, Dictionary<Guid, int> Recent);

    /// <summary>The rules in force on a day.</summary>
    public static async Task<PoolRules> RulesOnAsync(this InterpretersDb db, DateOnly day, CancellationToken ct) =>
        (await db.PoolRules.AsNoTracking()
            .SingleOrDefaultAsync(period => period.ValidFrom <= day && (period.ValidUntil == null || period.ValidUntil > day), ct))?.Rules
        ?? throw new InvalidOperationException("No pool rules are in force: import a profile.");

    /// <summary>The whole pool, or some of it, as candidates for a booking.</summary>
    public static async Task<IReadOnlyList<CandidateFacts>> CandidatesAsync(
        this InterpretersDb db, Booking booking, IReadOnlyCollection<Guid>? only, DateTimeOffset now, CancellationToken ct)
    {
        var pool = await db.Interpreters.AsNoTracking()
            .Where(interpreter => only == null || only.Contains(interpreter.Id)).ToListAsync(ct);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(place => place.Ags, ct);
        var rates = await db.RateRules.AsNoTracking().ToListAsync(ct);
        var work = await WorkAsync(db, booking, now, ct);
        var used = await UsedAsync(db, booking, rates, pool, ct);
        return
        [
            .. pool.Select(interpreter => new CandidateFacts
            {
                Interpreter = interpreter,
                DistanceKm = Km(places, interpreter.HomeAgs, booking.Details.Ags),
                Taken = [.. work.Taken[interpreter.Id]],
                SameCase = work.SameCase.GetValueOrDefault(interpreter.Id),
                Recent = work.Recent.GetValueOrDefault(interpreter.Id),
                PaidAndBoundEur = used.GetValueOrDefault(interpreter.Id),
                ExpectedEur = Expected(rates, interpreter, booking.Details.Mode, booking.Details.Day, booking.Details.DurationMinutes),
            }),
        ];
    }

    /// <summary>The time that the way to a talk takes, one way.</summary>
    public static async Task<TimeSpan> WayAsync(this InterpretersDb db, Guid interpreterId, BookingDetails details, CancellationToken ct)
    {
        if (details.Mode != "ON_SITE") return TimeSpan.Zero;
        var home = await db.Interpreters.Where(interpreter => interpreter.Id == interpreterId)
            .Select(interpreter => interpreter.HomeAgs).SingleAsync(ct);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(place => place.Ags, ct);
        return Place.WayOf(Km(places, home, details.Ags) ?? 0);
    }

    private static async Task<Work> WorkAsync(InterpretersDb db, Booking booking, DateTimeOffset now, CancellationToken ct)
    {
        var others = db.Assignments.AsNoTracking().Where(assignment => assignment.Active && assignment.BookingId != booking.Id);
        var (from, until) = (booking.Details.StartsAt - Margin, booking.Details.EndsAt + Margin);
        var taken = await others
            .Where(assignment => assignment.StartedAt == null && assignment.OccupiedUntil > from && assignment.OccupiedFrom < until)
            .Select(assignment => new { assignment.InterpreterId, assignment.OccupiedFrom, assignment.OccupiedUntil })
            .ToListAsync(ct);
        var sameCase = await others.Where(assignment => assignment.CaseRef == booking.Details.CaseRef)
            .GroupBy(assignment => assignment.InterpreterId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var since = now.AddDays(-RecentDays);
        var recent = await others.Where(assignment => assignment.OccupiedFrom >= since)
            .GroupBy(assignment => assignment.InterpreterId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new(taken.ToLookup(row => row.InterpreterId, row => (row.OccupiedFrom, row.OccupiedUntil)), sameCase, recent);
    }

    // Tax law counts the year in which money flows; what is accepted and not yet paid is taken for the year of its talk.
    private static async Task<Dictionary<Guid, decimal>> UsedAsync(
        InterpretersDb db, Booking booking, List<RateRule> rates, List<Interpreter> pool, CancellationToken ct)
    {
        var year = booking.Details.Day.Year;
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var used = await db.Settlements.AsNoTracking()
            .Where(settlement => settlement.SettledOn >= first && settlement.SettledOn < next)
            .GroupBy(settlement => settlement.InterpreterId)
            .Select(group => new { group.Key, Sum = group.Sum(settlement => settlement.TotalEur) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, ct);
        // A day wider than the year: the Kreis's year does not begin with that of UTC.
        var (yearStart, yearEnd) = (Utc(first.AddDays(-1)), Utc(next.AddDays(1)));
        var bound = await (
            from assignment in db.Assignments.AsNoTracking()
            join other in db.Bookings.AsNoTracking() on assignment.BookingId equals other.Id
            where assignment.Active && other.Id != booking.Id && other.State != BookingStates.Paid
                && assignment.OccupiedFrom >= yearStart && assignment.OccupiedFrom < yearEnd
            select new { assignment.InterpreterId, other.Details.StartsAt, other.Details.Mode, other.Details.DurationMinutes })
            .ToListAsync(ct);
        var byId = pool.ToDictionary(interpreter => interpreter.Id);
        foreach (var row in bound.Where(row => LocalTime.DayOf(row.StartsAt).Year == year))
            if (byId.TryGetValue(row.InterpreterId, out var interpreter))
                used[interpreter.Id] = used.GetValueOrDefault(interpreter.Id)
                    + Expected(rates, interpreter, row.Mode, LocalTime.DayOf(row.StartsAt), row.DurationMinutes);
        return used;
    }

    private static DateTimeOffset Utc(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static decimal Expected(List<RateRule> rates, Interpreter interpreter, string mode, DateOnly day, int minutes) =>
        RateRule.Choose(rates, interpreter.Level, mode, day)?.Terms.Charge(minutes, 0, 0).Sum(line => line.AmountEur) ?? 0m;

    private static int? Km(Dictionary<string, Place> places, string from, string to) =>
        places.TryGetValue(from, out var home) && places.TryGetValue(to, out var talk) ? home.KmTo(talk) : null;
}
