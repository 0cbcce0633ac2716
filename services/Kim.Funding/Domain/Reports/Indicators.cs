namespace Kim.Funding.Domain.Reports;

/// <summary>The indicators of domain.md 2.4 over one period: groups 1, 2, 3, 5, 8 and 11. The same facts always give the same figures.</summary>
public static class Indicators
{
    /// <summary>Code of the table that counts the cases; all splits of persons reached share its total.</summary>
    public const string CaseFlow = "CASES_FLOW";

    private const string Reached = $"{CaseFlow}/{FigureBuilder.Total}/{FigureBuilder.Total}";

    /// <summary>Computes the figures, before the small-cell rule.</summary>
    public static FigureSet Compute(ReportPeriod period, FactSheet sheet)
    {
        var builder = new FigureBuilder();
        Positions(builder, period, sheet.Staff);
        var cases = CaseHistory.In(period, sheet.Of<CaseStep>());
        Cases(builder, cases);
        Persons(builder, cases, sheet.Codes);
        NeedTopics(builder, cases, sheet.Codes);
        StructuralNeeds(builder, period, sheet);
        Interpreters(builder, period, [.. sheet.Of<BookingStep>()]);
        return builder.Build();
    }

    // Group 1. No client stands behind a position: the Stellenplan is no small cell.
    private static void Positions(FigureBuilder builder, ReportPeriod period, IReadOnlyList<StaffLine> staff)
    {
        var lines = staff.OrderBy(line => line.Module, StringComparer.Ordinal).ThenBy(line => line.Employer, StringComparer.Ordinal).ToList();
        Staff("POSITIONS_GRANTED", line => VzaeMonths.On(line.Granted, period.LastDay));
        Staff("POSITIONS_FILLED", line => VzaeMonths.On(line.Filled, period.LastDay));
        Staff("POSITIONS_VACANT", line => VzaeMonths.On(line.Granted, period.LastDay) - VzaeMonths.On(line.Filled, period.LastDay));
        Staff("VZAE_MONTHS", line => VzaeMonths.Of(line.Filled, period));

        void Staff(string name, Func<StaffLine, decimal> value)
        {
            var head = new TableHead(1, name, FigureUnits.Vzae, "MODULE_EMPLOYER");
            var cells = lines.ConvertAll(line => new SeriesCell($"{line.Module}:{line.Employer}", value(line), null));
            builder.Series(head, cells, new SeriesCell("", cells.Sum(cell => cell.Value), null));
        }
    }

    // Group 2.
    private static void Cases(FigureBuilder builder, IReadOnlyList<CaseInPeriod> cases) => builder.Cross(
        new TableHead(2, CaseFlow, FigureUnits.Count, "ENTRY", "END"), CaseHistory.Entries, CaseHistory.Ends,
        (entry, end) => cases.Count(row => row.Entry == entry && row.End == end));

    // Group 3: one person per case, each split on its own, so that nothing crosses more than two of AGS, nationality, status and age.
    private static void Persons(FigureBuilder builder, IReadOnlyList<CaseInPeriod> cases, ReportCodes codes)
    {
        Split("PERSONS_BY_AGE_BAND", "AGE_BAND", codes.AgeBands, facts => facts.AgeBand);
        Split("PERSONS_BY_SEX", "SEX", codes.Sexes, facts => facts.Sex);
        Split("PERSONS_BY_NATIONALITY", "NATIONALITY_GROUP", codes.Nationalities, facts => facts.NationalityGroup);
        Split("PERSONS_BY_STATUS", "STATUS_GROUP", codes.Statuses, facts => facts.StatusGroup);
        Split("PERSONS_BY_STAY", "LENGTH_OF_STAY", codes.StayBands, facts => facts.LengthOfStayBand);
        Split("PERSONS_BY_MUNICIPALITY", "AGS", codes.Municipalities, facts => facts.Ags);
        builder.Series(new TableHead(3, "HOUSEHOLD_PERSONS", FigureUnits.Persons, "ALL"),
            [new SeriesCell("ALL", cases.Sum(row => row.Facts.HouseholdSize), cases.Count)], null);

        void Split(string name, string dimension, IReadOnlyList<string> known, Func<CaseStep, string> code)
        {
            var counts = cases.GroupBy(row => code(row.Facts), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            builder.Split(new TableHead(3, name, FigureUnits.Count, dimension), [.. Codes(known, counts.Keys).Select(key => SeriesCell.Count(key, counts.GetValueOrDefault(key)))], Reached);
        }
    }

    // Group 5: a case may have several topics.
    private static void NeedTopics(FigureBuilder builder, IReadOnlyList<CaseInPeriod> cases, ReportCodes codes) => builder.Shares(
        new TableHead(5, "CASES_BY_TOPIC", FigureUnits.Count, "TOPIC"),
        [.. Codes(codes.Topics, cases.SelectMany(row => row.Facts.Topics)).Select(topic => SeriesCell.Count(topic, cases.Count(row => row.Facts.Topics.Contains(topic))))], Reached);

    // Group 8. One need is one case within a topic: cases keeps at most one open need per case and topic.
    private static void StructuralNeeds(FigureBuilder builder, ReportPeriod period, FactSheet sheet)
    {
        var needs = NeedHistory.At(period.Until, sheet);
        var adopted = needs.Where(need => need.AdoptedOn is { } day && period.Holds(day)).ToList();
        var open = needs.Where(need => need.SolvedOn is null).ToList();
        Topics("NEEDS_REPORTED", [.. needs.Where(need => period.Holds(need.Report.On))], isFlow: true);
        Topics("NEEDS_ADOPTED", adopted, isFlow: true);
        Topics("NEEDS_SOLVED", [.. needs.Where(need => need.SolvedOn is { } day && period.Holds(day))], isFlow: true);
        Topics("AFFECTED_CASES", open, isFlow: false);
        builder.Series(new TableHead(8, "AFFECTED_PERSONS", FigureUnits.Persons, "ALL"), [new SeriesCell("ALL", open.Sum(need => need.Report.Weight), open.Count)], null);
        builder.Series(new TableHead(8, "DAYS_TO_DECISION", FigureUnits.Days, "MEDIAN"), [new SeriesCell("MEDIAN", Median(adopted), adopted.Count)], null);

        void Topics(string name, IReadOnlyList<NeedAtEnd> rows, bool isFlow) => builder.Series(
            new TableHead(8, name, FigureUnits.Count, "TOPIC") { IsAdditive = isFlow },
            [.. Codes(sheet.Codes.Topics, needs.Select(need => need.Report.Topic)).Select(topic => SeriesCell.Count(topic, rows.Count(row => row.Report.Topic == topic)))],
            SeriesCell.Count("", rows.Count));
    }

    // Group 11.
    private static void Interpreters(FigureBuilder builder, ReportPeriod period, IReadOnlyList<BookingStep> steps)
    {
        var bookings = BookingHistory.In(period, steps);
        var languages = bookings.Select(row => row.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        builder.Cross(new TableHead(11, "BOOKINGS", FigureUnits.Count, "LANGUAGE", "OUTCOME") { IsAdditive = true }, languages, BookingHistory.Outcomes,
            (language, outcome) => bookings.Count(row => row.Language == language && row.Outcome == outcome));

        var served = bookings.Where(row => row.Outcome == BookingHistory.Served).ToLookup(row => row.Language, StringComparer.Ordinal);
        var hours = languages.ConvertAll(language => new SeriesCell(language, Hours(served[language].Sum(row => row.Minutes)), served[language].Count()));
        builder.Series(new TableHead(11, "BOOKING_HOURS", FigureUnits.Hours, "LANGUAGE") { IsAdditive = true }, hours,
            new SeriesCell("", hours.Sum(cell => cell.Value), hours.Sum(cell => cell.Contributors)));
        Costs(builder, BookingHistory.SettledIn(period, steps));
    }

    private static void Costs(FigureBuilder builder, IReadOnlyList<BookingStep> settled)
    {
        var pots = settled.SelectMany(step => step.Charges).Select(charge => charge.Pot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var cells = pots.Select(pot => new SeriesCell(pot,
            settled.Sum(step => step.Charges.Where(charge => charge.Pot == pot).Sum(charge => charge.AmountEur)),
            settled.Count(step => step.Charges.Any(charge => charge.Pot == pot)))).ToList();
        builder.Series(new TableHead(11, "BOOKING_COST", FigureUnits.Eur, "POT") { IsAdditive = true }, cells,
            new SeriesCell("", cells.Sum(cell => cell.Value), settled.Count(step => step.Charges.Count > 0)));
    }

    // A code that the lists do not know yet still counts, after the known ones.
    private static IEnumerable<string> Codes(IReadOnlyList<string> known, IEnumerable<string> seen) =>
        known.Concat(seen.Distinct(StringComparer.Ordinal).Where(code => !known.Contains(code)).Order(StringComparer.Ordinal));

    private static decimal Hours(int minutes) => Math.Round(minutes / 60m, 2, MidpointRounding.AwayFromZero);

    // Of an even number of needs the mean of the two in the middle; nothing decided is 0.
    private static decimal Median(IReadOnlyList<NeedAtEnd> adopted)
    {
        var days = adopted.Select(need => need.AdoptedOn!.Value.DayNumber - need.Report.On.DayNumber).Order().ToList();
        if (days.Count == 0) return 0;
        return days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2m;
    }
}
