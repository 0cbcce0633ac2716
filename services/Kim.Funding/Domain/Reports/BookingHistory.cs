namespace Kim.Funding.Domain.Reports;

/// <summary>A booking as of the end of a period.</summary>
/// <param name="Outcome">SERVED, DECLINED, UNSERVED or OPEN.</param>
/// <param name="On">The day that decides its period.</param>
/// <param name="Language">ISO 639-3 code, or UNKNOWN.</param>
/// <param name="Minutes">Minutes of the talk, when served.</param>
public sealed record BookingAtEnd(string Outcome, DateOnly On, string Language, int Minutes);

/// <summary>What became of the bookings of interpreters, as their events before the end of a period tell it.</summary>
public static class BookingHistory
{
    /// <summary>Kinds of events.</summary>
    public const string Confirmed = "CONFIRMED", Declined = "DECLINED", Unserved = "UNSERVED", Completed = "COMPLETED", Settled = "SETTLED";

    /// <summary>The talk took place; nobody has told yet.</summary>
    public const string Served = "SERVED", Open = "OPEN";

    /// <summary>All outcomes.</summary>
    public static readonly IReadOnlyList<string> Outcomes = [Served, Declined, Unserved, Open];

    /// <summary>The bookings of a period.</summary>
    public static IReadOnlyList<BookingAtEnd> In(ReportPeriod period, IEnumerable<BookingStep> steps) =>
        [.. steps.GroupBy(step => step.Ref).OrderBy(group => group.Key).Select(group => Of(period, [.. group])).OfType<BookingAtEnd>().Where(booking => period.Holds(booking.On))];

    /// <summary>The settlements of a period: the last one of each booking before the end.</summary>
    public static IReadOnlyList<BookingStep> SettledIn(ReportPeriod period, IEnumerable<BookingStep> steps) =>
    [
        .. steps.Where(step => step.Kind == Settled && step.On < period.Until).GroupBy(step => step.Ref).OrderBy(group => group.Key)
            .Select(group => group.MaxBy(step => step.Version)!).Where(step => period.Holds(step.On!.Value)),
    ];

    /// <summary>The bookings of which no event tells a day: they count in no period.</summary>
    public static int Undated(IEnumerable<BookingStep> steps) => steps.GroupBy(step => step.Ref).Count(group => group.All(step => step.On is null));

    private static BookingAtEnd? Of(ReportPeriod period, IReadOnlyList<BookingStep> steps)
    {
        // The outcome counts on its own day; publishers that did not tell it yet leave that of the talk.
        var known = steps.Where(step => step.Kind != Settled)
            .Select(step => (Step: step, On: step.On ?? steps.Where(other => other.Kind == Confirmed).MaxBy(other => other.Version)?.On))
            .Where(entry => entry.On < period.Until).ToList();
        if (known.Count == 0) return null;
        var (last, on) = known.MaxBy(entry => entry.Step.Version);
        var language = known.OrderByDescending(entry => entry.Step.Version).Select(entry => entry.Step.Language).FirstOrDefault(code => code is not null);
        return new BookingAtEnd(OutcomeOf(last.Kind), on!.Value, language ?? "UNKNOWN", last.Kind == Completed ? last.Minutes ?? 0 : 0);
    }

    private static string OutcomeOf(string kind) => kind switch
    {
        Completed => Served,
        Declined => Declined,
        Unserved => Unserved,
        _ => Open,
    };
}
