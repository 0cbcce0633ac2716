using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Checking;

/// <summary>
/// The lawful stay in Germany that leads to a day (§ 12b, domain.md 5.2): where it began without any interruption, and where it would
/// begin if a gap of late renewal is ignored or time before an absence is credited.
/// </summary>
internal sealed record Stay
{
    private readonly record struct Span(DateOnly From, DateOnly Until);

    /// <summary>First counted day of the uninterrupted stay; null when there is no lawful stay on the day.</summary>
    public DateOnly? Since { get; private init; }

    /// <summary>First day if gaps of late renewal are ignored (§ 12b(3)); equals <see cref="Since"/> when there is none.</summary>
    public DateOnly? SinceIgnoringGaps { get; private init; }

    /// <summary>Fictitious first day if time before an absence is credited (§ 12b(2)); null when there is none to credit.</summary>
    public DateOnly? SinceWithCredit { get; private init; }

    public static Stay Of(Situation s)
    {
        var away = Harmful(s).ToList();
        var present = Merge(Counted(s));
        var spans = away.Aggregate(present, Without);
        if (spans.Count == 0 || spans[^1].Until <= s.Day) return new Stay();

        var since = spans[^1].From;
        var ignoring = Bridged(s, spans, away);
        return new Stay { Since = since, SinceIgnoringGaps = ignoring, SinceWithCredit = Credited(s, spans, away, ignoring) };
    }

    // What counts on this day: an asylum procedure only once protection has followed, a visa only once a title has.
    private static IEnumerable<Span> Counted(Situation s)
    {
        var known = s.Person.ResidencePeriods.Where(period => period.From <= s.Day).ToList();
        foreach (var period in known)
        {
            var counts = s.StatusOf(period)?.Lawful switch
            {
                "YES" => true,
                "IF_PROTECTION_FOLLOWS" => known.Exists(later => later.From >= period.From && s.StatusOf(later)?.Recognised == true),
                "IF_TITLE_FOLLOWS" => known.Exists(later => later.From >= period.From && later != period
                    && s.StatusOf(later) is { Lawful: "YES", Title: not "NO" and not "LIKE_PREVIOUS" }),
                _ => false,
            };
            if (counts) yield return new Span(period.From, Clip(period.Until, s.Day));
        }
    }

    private static IEnumerable<Span> Harmful(Situation s) => (s.Officer.Absences ?? [])
        .Where(absence => !absence.LongerPeriodSet && absence.From <= s.Day)
        .Select(absence => new Span(absence.From, Clip(absence.Until, s.Day)))
        .Where(absence => absence.Until > LegalDates.AddMonths(absence.From, s.Rules.Residence.HarmlessAbsenceMonths))
        .OrderBy(absence => absence.From);

    private static DateOnly Clip(DateOnly? until, DateOnly day) => until is { } end && end <= day ? end : day.AddDays(1);

    private static List<Span> Merge(IEnumerable<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.Where(span => span.From < span.Until).OrderBy(span => span.From))
        {
            if (merged.Count > 0 && span.From <= merged[^1].Until)
                merged[^1] = merged[^1] with { Until = span.Until > merged[^1].Until ? span.Until : merged[^1].Until };
            else
                merged.Add(span);
        }

        return merged;
    }

    private static List<Span> Without(List<Span> spans, Span absence) =>
    [
        .. spans.SelectMany(span => new[]
        {
            span with { Until = span.Until < absence.From ? span.Until : absence.From },
            span with { From = span.From > absence.Until ? span.From : absence.Until },
        }).Where(span => span.From < span.Until),
    ];

    // A gap may come from a late renewal when nothing else is known of it: no other status, no absence, and not too long.
    private static DateOnly Bridged(Situation s, List<Span> spans, List<Span> away)
    {
        var at = spans.Count - 1;
        while (at > 0 && MayBeLateRenewal(s, new Span(spans[at - 1].Until, spans[at].From), away)) at--;
        return spans[at].From;
    }

    private static bool MayBeLateRenewal(Situation s, Span gap, List<Span> away) =>
        gap.Until <= LegalDates.AddMonths(gap.From, s.Rules.Residence.GapReviewMonths)
        && !away.Exists(absence => absence.From < gap.Until && gap.From < absence.Until)
        && !s.Person.ResidencePeriods.Any(period => period.From < gap.Until && (period.Until is null || gap.From < period.Until));

    private static DateOnly? Credited(Situation s, List<Span> spans, List<Span> away, DateOnly since)
    {
        var at = spans.FindIndex(span => span.From == since);
        if (at <= 0 || !away.Exists(absence => absence.Until == since && absence.From <= spans[at - 1].Until)) return null;
        var before = spans[at - 1].Until.DayNumber - spans[at - 1].From.DayNumber;
        var all = since.AddDays(-before);
        var most = since.Year > s.Rules.Residence.CreditYears ? since.AddYears(-s.Rules.Residence.CreditYears) : DateOnly.MinValue;
        return all > most ? all : most;
    }
}
