namespace Kim.Naturalisation.Tests.Engine;

/// <summary>Boundaries of the rules beyond the worked examples, each with the day or the unit before.</summary>
public sealed class BoundaryTests
{
    private static readonly PulledFacts Settled = Law.Person("TUR", "NE_9 2010-01-01");

    [Theory]
    [InlineData("2020-05-10", 5, "2025-05-10")]
    [InlineData("2020-02-29", 5, "2025-03-01")]
    [InlineData("2020-02-29", 8, "2028-02-29")]
    [InlineData("2024-02-29", 1, "2025-03-01")]
    [InlineData("2024-12-31", 1, "2025-12-31")]
    [InlineData("9999-01-01", 5, "9999-12-31")]
    public void Years_are_complete_on_the_anniversary(string first, int years, string complete) =>
        Assert.Equal(Law.Day(complete), LegalDates.AddYears(Law.Day(first), years));

    [Theory]
    [InlineData("AE_18B 2020-02-29", "2025-02-28", "NOT")]
    [InlineData("AE_18B 2020-02-29", "2025-03-01", "MET")]
    // The asylum procedure counts from recognition on, also for subsidiary protection, and not for a ban on deportation.
    [InlineData("GESTATTUNG 2020-01-01 2022-01-01,AE_25_2_S 2022-01-01", "2024-12-31", "NOT")]
    [InlineData("GESTATTUNG 2020-01-01 2022-01-01,AE_25_2_S 2022-01-01", "2025-01-01", "MET")]
    [InlineData("GESTATTUNG 2020-01-01 2022-01-01,AE_25_3 2022-01-01", "2025-01-01", "NOT")]
    [InlineData("GESTATTUNG 2020-01-01 2022-01-01,AE_25_3 2022-01-01", "2027-01-01", "MET")]
    [InlineData("GESTATTUNG 2019-01-01", "2025-01-01", "NOT")]
    [InlineData("ANKUNFT 2019-12-01 2020-01-01,GESTATTUNG 2020-01-01 2022-01-01,AE_25_1 2022-01-01", "2024-12-01", "MET")]
    [InlineData("ANKUNFT 2019-12-01 2020-01-01,GESTATTUNG 2020-01-01 2022-01-01,AE_25_1 2022-01-01", "2024-11-30", "NOT")]
    // A Duldung interrupts, and its own time never counts.
    [InlineData("AE_18A 2015-01-01 2020-01-01,DULDUNG 2020-01-01 2020-02-01,AE_25B 2020-02-01", "2025-01-31", "NOT")]
    [InlineData("AE_18A 2015-01-01 2020-01-01,DULDUNG 2020-01-01 2020-02-01,AE_25B 2020-02-01", "2025-02-01", "MET")]
    [InlineData("DULDUNG_AUSB 2015-01-01 2021-01-01,AE_19D 2021-01-01", "2025-12-31", "NOT")]
    [InlineData("DULDUNG_AUSB 2015-01-01 2021-01-01,AE_19D 2021-01-01", "2026-01-01", "MET")]
    // Fiktion by its code.
    [InlineData("AE_18A 2019-01-01 2023-01-01,FIKTION_81_4 2023-01-01 2023-06-01,NE_9 2023-06-01", "2025-01-01", "MET")]
    [InlineData("FIKTION_81_3_1 2020-01-01 2020-06-01,AE_18A 2020-06-01", "2025-01-01", "MET")]
    [InlineData("FIKTION_81_3_2 2020-01-01 2020-06-01,AE_18A 2020-06-01", "2025-01-01", "NOT")]
    [InlineData("AE_18A 2015-01-01 2020-01-01,FIKTION_81_3_2 2020-01-01 2020-02-01,AE_18A 2020-02-01", "2025-01-01", "NOT")]
    // A visa counts once a title followed.
    [InlineData("VISUM_D 2020-01-01 2020-04-01,AE_18B 2020-04-01", "2025-01-01", "MET")]
    [InlineData("VISUM_D 2020-01-01 2020-04-01,AE_18B 2020-04-01", "2024-12-31", "NOT")]
    [InlineData("VISUM_D 2019-01-01", "2025-01-01", "NOT")]
    // A gap of which nothing is known may come from a late renewal: judgement, until the years are complete without it.
    [InlineData("AE_18A 2018-01-01 2022-01-01,NE_9 2022-01-20", "2025-01-01", "REV")]
    [InlineData("AE_18A 2018-01-01 2022-01-01,NE_9 2022-01-20", "2027-01-19", "REV")]
    [InlineData("AE_18A 2018-01-01 2022-01-01,NE_9 2022-01-20", "2027-01-20", "MET")]
    [InlineData("AE_18A 2018-01-01 2022-01-01,NE_9 2022-07-01", "2025-01-01", "REV")]
    [InlineData("AE_18A 2018-01-01 2022-01-01,NE_9 2022-07-02", "2025-01-01", "NOT")]
    // Lawful on the decision day itself; the end of a period is exclusive.
    [InlineData("AE_18A 2018-01-01 2025-01-01", "2024-12-31", "MET")]
    [InlineData("AE_18A 2018-01-01 2025-01-01", "2025-01-01", "NOT")]
    public void Residence_counts_as_the_law_says(string periods, string day, string outcome) =>
        Assert.Equal(outcome, Law.Judge("RES", Law.Person("TUR", periods.Split(',')), Law.Good, Law.Day(day)).Outcome);

    [Theory]
    [InlineData("2022-01-10", "2022-07-10", false, "2025-01-01", "MET")]
    [InlineData("2022-01-10", "2022-07-11", false, "2024-07-10", "NOT")]
    [InlineData("2022-01-10", "2022-07-11", false, "2024-07-11", "REV")]
    [InlineData("2022-01-10", "2022-07-11", true, "2025-01-01", "MET")]
    // With three years credited two remain, and judgement until five are complete without credit.
    [InlineData("2022-01-10", "2022-07-11", false, "2027-07-10", "REV")]
    [InlineData("2022-01-10", "2022-07-11", false, "2027-07-11", "MET")]
    // 31 August has no anniversary in February: six months are over on 1 March.
    [InlineData("2022-08-31", "2023-03-01", false, "2025-03-02", "MET")]
    [InlineData("2022-08-31", "2023-03-02", false, "2025-03-02", "REV")]
    public void Six_months_abroad_are_harmless_and_a_day_more_is_not(string from, string until, bool longer, string day, string outcome)
    {
        var officer = Law.Good with { Absences = [new() { From = Law.Day(from), Until = Law.Day(until), LongerPeriodSet = longer }] };
        Assert.Equal(outcome, Law.Judge("RES", Law.Person("TUR", "NE_9 2018-01-10"), officer, Law.Day(day)).Outcome);
    }

    [Fact]
    public void Time_before_an_absence_is_credited_up_to_the_limit_of_the_rule()
    {
        var officer = Law.Good with { Absences = [new() { From = Law.Day("2020-01-01"), Until = Law.Day("2021-01-01") }] };
        var person = Law.Person("TUR", "NE_9 2010-01-01");
        Assert.Equal("NOT", Law.Judge("RES", person, officer, Law.Day("2022-12-31")).Outcome);
        // R0 credits five of its eight years (three to go), R1 three of five (two to go).
        Assert.Equal("REV", Law.Judge("RES", person, officer, Law.Day("2024-01-01")).Outcome);
        Assert.Equal("NOT", Law.Judge("RES", person, officer, Law.Day("2023-12-31")).Outcome);
        Assert.Equal("MET", Law.Judge("RES", person, officer, Law.Day("2026-01-01")).Outcome);
        Assert.Equal("REV", Law.Judge("RES", person, officer, Law.Day("2025-12-31")).Outcome);
    }

    [Theory]
    [InlineData("AE_20A", "2024-06-26", "MET")]
    [InlineData("AE_20A", "2024-06-27", "NOT")]
    [InlineData("AE_18D", "2024-06-26", "NOT")]
    [InlineData("AE_18D", "2024-06-27", "MET")]
    [InlineData("AE_23_1", "2024-06-26", "NOT")]
    [InlineData("AE_23_1", "2024-06-27", "MET")]
    [InlineData("AE_104C", "2022-12-30", "MET")]
    [InlineData("AE_104C", "2022-12-31", "NOT")]
    [InlineData("AE_16G", "2025-01-01", "MET")]
    [InlineData("AE_25_4A", "2025-01-01", "NOT")]
    [InlineData("UK_WA", "2025-01-01", "MET")]
    [InlineData("EU_FAM", "2025-01-01", "REV")]
    [InlineData("GESTATTUNG", "2025-01-01", "NOT")]
    [InlineData("VISUM_D", "2025-01-01", "NOT")]
    public void A_title_suffices_by_the_list_of_its_day(string status, string day, string outcome) =>
        Assert.Equal(outcome, Law.Judge("TITLE", Law.Person("TUR", status + " 2015-01-01"), Law.Good, Law.Day(day)).Outcome);

    [Theory]
    [InlineData("AE_18A 2019-01-01 2023-01-01,FIKTION_81_4 2023-01-01", "MET")]
    [InlineData("AE_16B 2019-01-01 2023-01-01,FIKTION_81_4 2023-01-01", "NOT")]
    [InlineData("FIKTION_81_4 2023-01-01", "REV")]
    public void A_title_that_goes_on_is_worth_what_it_was(string periods, string outcome) =>
        Assert.Equal(outcome, Law.Judge("TITLE", Law.Person("TUR", periods.Split(',')), Law.Good, Law.Day("2025-01-01")).Outcome);

    [Theory]
    [InlineData("2022-06-01", "2024-06-01", null, "2025-06-01", "NOT")]
    [InlineData("2022-06-02", "2023-01-01", null, "2025-06-01", "NOT")]
    [InlineData("2022-06-01", "2023-06-02", null, "2025-06-01", "NOT")]
    [InlineData("2022-06-01", "2023-06-01", null, "2025-06-01", "MET")]
    [InlineData("2022-06-01", "2020-01-01", "2023-06-02", "2025-06-01", "NOT")]
    [InlineData("2022-06-01", "2020-01-01", "2023-06-01", "2025-06-01", "MET")]
    public void A_spouse_needs_three_years_and_a_marriage_of_two(string permit, string married, string? german, string day, string outcome)
    {
        var officer = Law.Good with { Marriage = new() { MarriedOn = Law.Day(married), PartnerGermanSince = german is null ? null : Law.Day(german) } };
        Assert.Equal(outcome, Law.Judge("RES", Law.Person("TUR", "AE_28 " + permit), officer, Law.Day(day), "STAG_9").Outcome);
    }

    [Theory]
    [InlineData("2025-03-01", true, "MET")]
    [InlineData("2025-03-02", true, "NOT")]
    [InlineData("2025-03-01", false, "NOT")]
    [InlineData("2025-03-01", null, "REV")]
    public void After_death_or_divorce_a_year_remains_with_a_German_child(string applied, bool? custody, string outcome)
    {
        var officer = Law.Good with { Marriage = new() { MarriedOn = Law.Day("2020-01-01"), EndedOn = Law.Day("2024-03-01"), CustodyOfGermanChild = custody } };
        Assert.Equal(outcome, Law.Judge("RES", Law.Person("TUR", "AE_28 2020-01-01"), officer, Law.Day("2025-06-01"), "STAG_9", Law.Day(applied)).Outcome);
    }

    [Theory]
    [InlineData("2024-06-26", 6, "REV")]
    [InlineData("2024-06-26", 5, "NOT")]
    public void Before_2024_six_years_with_special_integration_are_a_matter_of_judgement(string day, int years, string outcome)
    {
        var person = Law.Person("TUR", $"NE_9 {Law.Day(day).AddYears(-years):yyyy-MM-dd}");
        Assert.Equal(outcome, Law.Judge("RES", person, Law.Good with { SpecialAchievements = ["VOLUNTEERING"] }, Law.Day(day)).Outcome);
    }

    [Fact]
    public void The_three_year_route_needs_C1_and_a_secured_livelihood()
    {
        var (person, officer, _) = Examples.Of("N06");
        string Outcome(OfficerFacts facts) => Law.Judge("RES", person, facts, Law.Day("2025-09-15")).Outcome;
        Assert.Equal("REV", Outcome(officer));
        Assert.Equal("NOT", Outcome(officer with { Language = new() { Certificate = "B2", Writing = "B2" } }));
        Assert.Equal("NOT", Outcome(officer with { Language = new() { Certificate = "C1", Writing = "B2" } }));
        Assert.Equal("NOT", Outcome(officer with { SpecialAchievements = [] }));
        Assert.Equal("NOT", Outcome(officer with { Livelihood = new() { Secured = false, Benefits = [] } }));
        Assert.Equal("NOT", Outcome(officer with { Livelihood = new() { Benefits = [new() { Kind = "SGB2", OwnFault = false }], FullTimeNow = true, FullTimeMonths = 24 } }));
    }

    public static TheoryData<string, string> Livelihoods() => new()
    {
        { "partner", "EX" }, { "partner 19", "NOT" }, { "partner without child", "NOT" }, { "partner apart", "NOT" }, { "partner unknown", "REV" },
        { "not now", "NOT" }, { "months unknown", "REV" }, { "wohngeld", "MET" }, { "ended", "MET" }, { "ends tomorrow", "NOT" },
        { "insecure", "NOT" }, { "prospect unknown", "REV" }, { "worker own fault", "NOT" }, { "worker too late", "NOT" }, { "worker spouse", "EX" },
    };

    [Theory]
    [MemberData(nameof(Livelihoods))]
    public void Livelihood_has_three_exceptions_and_no_more(string what, string outcome)
    {
        Benefit[] sgb2 = [new() { Kind = "SGB2", OwnFault = false }];
        var needy = new LivelihoodFacts { Benefits = sgb2, FullTimeNow = false, FullTimeMonths = 0, Secured = true };
        PartnerWork partner = new() { FullTimeNow = true, FullTimeMonths = 20, FamilyUnit = true, MinorChild = true };
        RecruitmentFact worker = new() { Scheme = "GASTARBEITER", On = Law.Day("1974-06-30") };
        var facts = Law.Good with { Livelihood = needy };
        facts = what switch
        {
            "partner" => facts with { Livelihood = needy with { Partner = partner } },
            "partner 19" => facts with { Livelihood = needy with { Partner = partner with { FullTimeMonths = 19 } } },
            "partner without child" => facts with { Livelihood = needy with { Partner = partner with { MinorChild = false } } },
            "partner apart" => facts with { Livelihood = needy with { Partner = partner with { FamilyUnit = false } } },
            "partner unknown" => facts with { Livelihood = needy with { Partner = partner with { MinorChild = null } } },
            "not now" => facts with { Livelihood = needy with { FullTimeMonths = 24 } },
            "months unknown" => facts with { Livelihood = needy with { FullTimeNow = true, FullTimeMonths = null } },
            "wohngeld" => facts with { Livelihood = needy with { Benefits = [new() { Kind = "WOHNGELD" }, new() { Kind = "ALG1" }] } },
            "ended" => facts with { Livelihood = needy with { Benefits = [sgb2[0] with { Until = Law.Day("2025-06-01") }] } },
            "ends tomorrow" => facts with { Livelihood = needy with { Benefits = [sgb2[0] with { Until = Law.Day("2025-06-02") }] } },
            "insecure" => facts with { Livelihood = needy with { Benefits = [], Secured = false } },
            "prospect unknown" => facts with { Livelihood = needy with { Benefits = [], Secured = null } },
            "worker own fault" => facts with { Recruitment = worker, Livelihood = needy with { Benefits = [sgb2[0] with { OwnFault = true }] } },
            "worker too late" => facts with { Recruitment = worker with { On = Law.Day("1974-07-01") } },
            _ => facts with { Recruitment = worker with { AsSpouse = true } },
        };
        Assert.Equal(outcome, Law.Judge("LIV", Settled, facts, Law.Day("2025-06-01")).Outcome);
    }

    [Theory]
    [InlineData("POL", "NE_9 2010-01-01", null, "EX")]
    [InlineData("CHE", "CH 2010-01-01", null, "EX")]
    [InlineData("TUR", "NE_9 2010-01-01", true, "MET")]
    [InlineData("TUR", "NE_9 2010-01-01", null, "REV")]
    [InlineData("SYR", "AE_25_2_S 2010-01-01", false, "NOT")]
    [InlineData("SYR", "AE_25_2_F 2010-01-01 2015-01-01,NE_26 2015-01-01", false, "EX")]
    [InlineData("AFG", "AE_25_3 2010-01-01 2015-01-01,NE_26 2015-01-01", false, "NOT")]
    [InlineData("STATELESS", "NE_9 2010-01-01", null, "EX")]
    [InlineData("UNKNOWN", "NE_9 2010-01-01", true, "REV")]
    public void Before_2024_the_old_nationality_goes_but_for_the_exceptions(string country, string periods, bool? willing, string outcome)
    {
        var found = Law.Judge("MULT", Law.Person(country, periods.Split(',')), Law.Good with { RenunciationWilling = willing }, Law.Day("2024-06-26"));
        Assert.Equal(outcome, found.Outcome);
        Assert.Equal("NA", Law.Judge("MULT", Law.Person(country, periods.Split(',')), Law.Good with { RenunciationWilling = willing }, Law.Day("2024-06-27")).Outcome);
    }

    public static TheoryData<string, string> Crimes() => new()
    {
        { "prison 90 remitted", "MET" }, { "prison 90 not remitted", "NOT" }, { "prison 30 not suspended", "NOT" }, { "prison 91 remitted", "REV" },
        { "prison 60 and fine 60", "NOT" }, { "juvenile", "MET" }, { "juvenile racist", "NOT" }, { "motive unknown", "REV" }, { "erased", "MET" },
        { "foreign 120", "REV" }, { "foreign 30", "MET" }, { "measure", "REV" }, { "closed investigation", "MET" }, { "investigation closes tomorrow", "SUSP" },
        { "unknown", "REV" }, { "investigations unknown", "REV" },
    };

    [Theory]
    [MemberData(nameof(Crimes))]
    public void Convictions_count_as_the_law_says(string what, string outcome)
    {
        Conviction prison = new() { Kind = "PRISON", Units = 90, Suspended = true, RemittedOn = Law.Day("2020-01-01"), HateMotive = false };
        Conviction fine = new() { Kind = "FINE", Units = 60, HateMotive = false };
        Conviction juvenile = new() { Kind = "JUVENILE_MEASURE", HateMotive = false };
        OfficerFacts With(params Conviction[] all) => Law.Good with { Convictions = all };
        OfficerFacts Investigated(string until) => Law.Good with { Investigations = [new() { OpenedOn = Law.Day("2024-01-01"), ClosedOn = Law.Day(until) }] };
        var facts = what switch
        {
            "prison 90 remitted" => With(prison),
            "prison 90 not remitted" => With(prison with { RemittedOn = Law.Day("2025-06-02") }),
            "prison 30 not suspended" => With(prison with { Units = 30, Suspended = false }),
            "prison 91 remitted" => With(prison with { Units = 91 }),
            "prison 60 and fine 60" => With(prison with { Units = 60 }, fine),
            "juvenile" => With(juvenile),
            "juvenile racist" => With(juvenile with { HateMotive = true }),
            "motive unknown" => With(fine with { HateMotive = null }),
            "erased" => With(fine with { Units = 300, ErasableOn = Law.Day("2025-06-01") }),
            "foreign 120" => With(fine with { Units = 120, Foreign = true }),
            "foreign 30" => With(fine with { Units = 30, Foreign = true }),
            "measure" => With(new Conviction { Kind = "SECURITY_MEASURE", HateMotive = false }),
            "closed investigation" => Investigated("2025-06-01"),
            "investigation closes tomorrow" => Investigated("2025-06-02"),
            "unknown" => Law.Good with { Convictions = null },
            _ => Law.Good with { Investigations = null },
        };
        Assert.Equal(outcome, Law.Judge("CRIM", Settled, facts, Law.Day("2025-06-01")).Outcome);
    }

    [Theory]
    [InlineData("2009-06-02", "CAP", "REV")]
    [InlineData("2009-06-01", "CAP", "MET")]
    [InlineData("2009-06-02", "FDGO", "EX")]
    [InlineData("2009-06-01", "FDGO", "NOT")]
    [InlineData("2009-06-02", "HIST", "EX")]
    [InlineData("2009-06-02", "TEST", "EX")]
    [InlineData("2009-06-01", "TEST", "REV")]
    [InlineData("2009-06-02", "LANG", "REV")]
    public void Sixteen_years_are_a_boundary(string born, string code, string outcome)
    {
        var facts = Law.Good with { FdgoSignedOn = null, HistSignedOn = null, Test = null, Language = null };
        Assert.Equal(outcome, Law.Judge(code, Settled with { BirthDate = Law.Day(born) }, facts, Law.Day("2025-06-01")).Outcome);
    }

    [Theory]
    [InlineData(16, "NOT")]
    [InlineData(17, "MET")]
    public void The_test_is_passed_with_its_points(int points, string outcome) =>
        Assert.Equal(outcome, Law.Judge("TEST", Settled, Law.Good with { Test = new() { Points = points } }, Law.Day("2025-06-01")).Outcome);

    [Fact]
    public void An_end_of_the_last_title_does_not_hide_the_first_possible_day()
    {
        var (person, officer, _) = Examples.Of("N05");
        var ending = person with { ResidencePeriods = [person.ResidencePeriods[0] with { Until = Law.Day("2025-03-01") }] };
        Assert.Equal(Law.Day("2025-05-10"), Law.Check(ending, officer, "2025-01-15").FirstPossibleOn);
    }

    [Fact]
    public void Days_without_rules_and_routes_without_law_are_refused()
    {
        var facts = new CheckFacts(Settled, Law.Good);
        Assert.Equal("no-rule-set", Domain.Checking.Engine.Check(Law.Book, new CheckDay(Law.Day("2021-08-19"), null), "STAG_10", facts).Error!.Code);
        Assert.True(Domain.Checking.Engine.Check(Law.Book, new CheckDay(Law.Day("2021-08-20"), null), "STAG_10", facts).Ok);
        Assert.Equal("route-unknown", Domain.Checking.Engine.Check(Law.Book, new CheckDay(Law.Day("2025-01-01"), null), "STAG_99", facts).Error!.Code);
    }

    [Fact]
    public void The_start_of_the_bar_follows_the_data()
    {
        var moved = Law.Book with
        {
            Sets = [.. Law.Book.Sets.Select(set => set.Key switch { "R2" => set with { ValidUntil = Law.Day("2026-01-15") }, "R3" => set with { ValidFrom = Law.Day("2026-01-15") }, _ => set })],
        };
        var facts = new CheckFacts(Settled, Law.Good with { FraudFindings = [new() { Kind = "FRAUD", UnappealableOn = Law.Day("2026-01-15") }] });
        string Bar(RuleBook book, string day) => Domain.Checking.Engine.Judge(book, new CheckDay(Law.Day(day), null), "STAG_10", facts)![^1].Outcome;
        Assert.Equal(("NA", "NOT"), (Bar(moved, "2026-01-14"), Bar(moved, "2026-01-15")));
        Assert.Equal("REV", Bar(Law.Book, "2026-01-14"));
    }
}
