namespace Kim.Naturalisation.Tests.Engine;

/// <summary>The facts of the worked examples.</summary>
internal static class Examples
{
    private static readonly string[] Settled = ["NE_9 2010-01-01"];

    public static (PulledFacts Person, OfficerFacts Officer, string? Application) Of(string example)
    {
        var good = Law.Good;
        var settled = Law.Person("TUR", Settled);
        return example switch
        {
            "N01" => (Law.Person("SYR", "GESTATTUNG 2015-11-10 2016-06-01", "AE_25_2_F 2016-06-01"), good with { HistSignedOn = null }, null),
            "N02" => (N02(), good with { IntegrationCoursePassed = true }, null),
            "N03" => (N02(), good with { HistSignedOn = null }, null),
            "N03 signed" => (N02(), good, null),
            "N04" => (Law.Person("TUR", "AE_18A 2018-01-15 2022-01-15", "NE_9 2022-01-15"), good with { RenunciationWilling = false }, null),
            "N05" => (Law.Person("TUR", "AE_18B 2020-05-10"), good, null),
            "N06" => (Law.Person("IND", "BLUE_18G 2022-08-01"), good with { SpecialAchievements = ["JOB"], Language = new() { Certificate = "C1", Writing = "C1" } }, null),
            "N07" => (Law.Person("POL", "EU_FREI 2020-02-01"), good, null),
            "N08" => (Law.Person("UKR", "AE_24 2022-03-01 2027-03-04"), good, null),
            "N09" => (Law.Person("UKR", "AE_24 2022-03-01 2024-09-01", "AE_18B 2024-09-01"), good, null),
            "N10" => (Law.Person("AFG", "AE_25_3 2018-01-10 2025-03-01", "NE_26 2025-03-01"), good, null),
            "N11" => (Law.Person("CHN", "AE_16B 2019-10-01 2025-02-01", "AE_18B 2025-02-01"), good, null),
            "N12" or "N12 open" => (Law.Person("TUR", "NE_9 2015-01-01"), good with { Livelihood = Mother(example == "N12" ? false : null) }, "2024-02-01"),
            "N13" => (settled, good with { Livelihood = Father(21) }, null),
            "N13 20" => (settled, good with { Livelihood = Father(20) }, null),
            "N13 19" => (settled, good with { Livelihood = Father(19) }, null),
            "N14" => (settled with { BirthDate = Law.Day("1948-05-01") }, Worker(good, "GASTARBEITER", "1972-04-01"), null),
            "N15 in" => (settled, Worker(good, "DDR_VERTRAGSARBEIT", "1990-06-13"), null),
            "N15 out" => (settled, Worker(good, "DDR_VERTRAGSARBEIT", "1990-06-14"), null),
            "N16 60 racist" => (settled, good with { Convictions = [Fine(60) with { HateMotive = true }] }, null),
            _ when example.StartsWith("N16 ", StringComparison.Ordinal) => (settled, good with
            {
                Convictions = [.. example[4..].Split('+').Select(units => Fine(int.Parse(units, CultureInfo.InvariantCulture)))],
            }, null),
            "N17" => (settled, good with { Investigations = [new() { OpenedOn = Law.Day("2025-01-01") }] }, "2024-11-01"),
            "N18" => (settled, good with { Language = Weak }, null),
            "N18 efforts" => (settled, good with { Language = Weak with { EffortsProven = true } }, null),
            "N18 unable" => (settled, good with { Language = Weak with { UnableToLearn = true }, Test = null }, null),
            "N19" => (settled, good with { FraudFindings = [new() { Kind = "FALSE_STATEMENTS", UnappealableOn = Law.Day("2026-03-05") }] }, "2030-01-10"),
            "N20" => (settled, good with { Polygamous = true }, null),
            _ => throw new ArgumentOutOfRangeException(nameof(example)),
        };
    }

    /// <summary>Whether a row is silent on a requirement because its day was added as the boundary of another one.</summary>
    public static bool IsSilent(string example, string code, string day) => (example, code) == ("N09", "RES") && string.CompareOrdinal(day, "2027-03-01") < 0;

    private static LanguageFacts Weak => new() { Certificate = "B1", Writing = "A2" };

    private static PulledFacts N02() => Law.Person("SYR", "GESTATTUNG 2017-03-01 2017-12-01", "AE_25_2_F 2017-12-01");

    private static LivelihoodFacts Mother(bool? ownFault) => new()
    {
        Benefits = [new() { Kind = "SGB2", OwnFault = ownFault, Reason = "CHILD_CARE" }], FullTimeNow = false, FullTimeMonths = 0,
    };

    private static LivelihoodFacts Father(int months) => new()
    {
        Benefits = [new() { Kind = "SGB2", OwnFault = false, Reason = "LOW_PAY" }], FullTimeNow = true, FullTimeMonths = months,
    };

    private static OfficerFacts Worker(OfficerFacts good, string scheme, string on) => good with
    {
        Recruitment = new() { Scheme = scheme, On = Law.Day(on) },
        Livelihood = new() { Benefits = [new() { Kind = "SGB12", OwnFault = false, Reason = "PENSION" }], FullTimeNow = false, FullTimeMonths = 0 },
        Language = new() { Certificate = "A2", OralEveryday = true },
        Test = new() { Passed = false },
    };

    private static Conviction Fine(int units) => new() { Kind = "FINE", Units = units, HateMotive = false };
}
