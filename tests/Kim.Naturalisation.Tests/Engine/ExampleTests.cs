namespace Kim.Naturalisation.Tests.Engine;

/// <summary>The worked examples N01 to N20 of domain.md 5.5, by their number, with each of their dates and variants and the day before each boundary.</summary>
public sealed class ExampleTests
{
    // A row: number and variant, decision day, expected outcomes; what is not named is met, exempt or not asked for.
    public static TheoryData<string, string, string> Rows() => new()
    {
        { "N01", "2024-06-20", "RES MET, MULT EX, HIST NA, LEBENSV MET, overall MET" },
        { "N01", "2023-11-09", "RES NOT, overall NOT" },
        { "N01", "2023-11-10", "RES MET, overall MET" },
        { "N02", "2024-06-26", "RES MET" },
        { "N02", "2024-02-29", "RES NOT" },
        { "N02", "2024-03-01", "RES MET" },
        { "N03", "2024-06-26", "RES NOT, HIST NA" },
        { "N03", "2024-06-27", "RES MET, HIST NOT, overall NOT" },
        { "N03 signed", "2024-06-27", "RES MET, HIST MET, overall MET" },
        { "N04", "2024-06-26", "RES NOT, MULT NOT" },
        { "N04", "2024-06-27", "RES MET, MULT NA, overall MET" },
        { "N05", "2025-05-09", "RES NOT" },
        { "N05", "2025-05-10", "RES MET, overall MET" },
        { "N06", "2025-07-31", "RES NOT" },
        { "N06", "2025-08-01", "RES REV" },
        { "N06", "2025-09-15", "RES REV, overall REV" },
        { "N06", "2025-10-29", "RES REV, overall REV" },
        { "N06", "2025-10-30", "RES NOT, overall NOT" },
        { "N06", "2027-07-31", "RES NOT" },
        { "N06", "2027-08-01", "RES MET, overall MET" },
        { "N07", "2025-03-01", "TITLE MET, RES MET, overall MET" },
        { "N07", "2025-01-31", "RES NOT" },
        { "N07", "2025-02-01", "RES MET" },
        { "N08", "2027-03-02", "RES MET, TITLE NOT, overall NOT" },
        { "N08", "2027-02-28", "RES NOT, TITLE NOT" },
        { "N08", "2027-03-01", "RES MET, TITLE NOT" },
        { "N09", "2027-04-01", "RES MET, TITLE MET, overall MET" },
        { "N09", "2024-08-31", "TITLE NOT" },
        { "N09", "2024-09-01", "TITLE MET" },
        { "N10", "2025-02-28", "TITLE NOT, RES MET" },
        { "N10", "2025-03-01", "TITLE MET, RES MET, overall MET" },
        { "N11", "2025-01-15", "RES MET, TITLE NOT" },
        { "N11", "2025-01-31", "RES MET, TITLE NOT" },
        { "N11", "2025-02-01", "RES MET, TITLE MET, overall MET" },
        { "N12 open", "2024-06-20", "LIV REV" },
        { "N12", "2024-06-20", "LIV MET, overall MET" },
        { "N12", "2024-06-26", "LIV MET" },
        { "N12", "2024-06-27", "LIV NOT" },
        { "N12", "2024-07-10", "LIV NOT, overall NOT" },
        { "N13", "2025-06-01", "LIV EX, overall MET" },
        { "N13 20", "2025-06-01", "LIV EX" },
        { "N13 19", "2025-06-01", "LIV NOT" },
        { "N14", "2025-02-01", "LIV EX, LANG MET, TEST EX, overall MET" },
        { "N15 in", "2025-02-01", "LIV EX, LANG MET, TEST EX" },
        { "N15 out", "2025-02-01", "LIV NOT, LANG NOT, TEST NOT" },
        { "N16 90", "2025-02-01", "CRIM MET" },
        { "N16 91", "2025-02-01", "CRIM REV" },
        { "N16 50+50", "2025-02-01", "CRIM REV" },
        { "N16 111", "2025-02-01", "CRIM REV" },
        { "N16 112", "2025-02-01", "CRIM NOT" },
        { "N16 120", "2025-02-01", "CRIM NOT" },
        { "N16 60 racist", "2025-02-01", "CRIM NOT" },
        { "N16 60 racist", "2024-06-20", "CRIM NOT" },
        { "N16 120", "2026-02-01", "CRIM NOT" },
        { "N17", "2025-02-01", "CRIM SUSP, overall SUSP" },
        { "N17", "2024-12-31", "CRIM MET" },
        { "N17", "2025-01-01", "CRIM SUSP" },
        { "N18", "2024-06-27", "LANG NOT, overall NOT" },
        { "N18", "2024-06-26", "LANG NOT" },
        { "N18 efforts", "2024-06-27", "LANG REV" },
        { "N18 efforts", "2024-06-26", "LANG NOT" },
        { "N18 unable", "2024-06-27", "LANG EX, TEST EX, overall MET" },
        { "N19", "2030-01-10", "BAR NOT, overall NOT" },
        { "N19", "2026-03-04", "BAR REV" },
        { "N19", "2026-03-05", "BAR NOT" },
        { "N19", "2036-03-04", "BAR NOT" },
        { "N19", "2036-03-05", "BAR MET, overall MET" },
        { "N20", "2024-06-20", "LEBENSV NOT, EXCL MET, overall NOT" },
        { "N20", "2024-06-26", "LEBENSV NOT, EXCL MET" },
        { "N20", "2024-06-27", "LEBENSV NA, EXCL NOT" },
        { "N20", "2024-07-01", "LEBENSV NA, EXCL NOT, overall NOT" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_example_has_the_expected_outcomes(string example, string day, string expected)
    {
        var (person, officer, application) = Examples.Of(example);
        var result = Law.Check(person, officer, day, application);
        var named = expected.Split(", ").Select(part => part.Split(' ')).ToDictionary(part => part[0], part => part[1]);
        foreach (var (code, outcome) in named)
            Assert.Equal((code, outcome), (code, code == "overall" ? result.Overall : result.Of(code).Outcome));
        foreach (var verdict in result.Requirements.Where(verdict => !named.ContainsKey(verdict.Code) && !Examples.IsSilent(example, verdict.Code, day)))
            Assert.True(Outcomes.IsCertain(verdict.Outcome), $"{verdict.Code} {verdict.Outcome}: {string.Join(", ", verdict.FactsMissing)}");
    }

    [Fact]
    public void N06_tells_when_the_entitlement_begins()
    {
        var (person, officer, _) = Examples.Of("N06");
        Assert.Equal(Law.Day("2027-08-01"), Law.Check(person, officer, "2025-10-30").FirstPossibleOn);
        var before = Law.Check(person, officer, "2025-09-15").Of("RES");
        Assert.Equal((Law.Day("2025-09-15"), Law.Day("2027-08-01"), "SPECIAL_ACHIEVEMENT"), (before.FirstPossibleOn!.Value, before.FirstCertainOn!.Value, before.Hint!.Code));
    }

    [Fact]
    public void N08_asks_for_a_change_of_title()
    {
        var (person, officer, _) = Examples.Of("N08");
        var title = Law.Check(person, officer, "2027-03-02").Of("TITLE");
        Assert.Equal(("CHANGE_OF_TITLE", null), (title.Hint!.Code, title.FirstPossibleOn));
    }

    [Fact]
    public void N12_opens_the_way_of_hardship_and_keeps_the_old_rule_for_early_applications()
    {
        var (person, officer, application) = Examples.Of("N12");
        var later = Law.Check(person, officer, "2024-07-10", application);
        Assert.Equal(("STAG_8", "REV", "§ 8 Abs. 2 StAG"), (later.Alternatives.Single().Route, later.Alternatives.Single().Outcome, later.Alternatives.Single().Norm));
        Assert.Equal("REV", Law.Check(person, officer, "2024-07-10", application, "STAG_8").Of("LIV").Outcome);
        Assert.Equal("MET", Law.Check(person, officer, "2024-07-10", "2023-08-23").Of("LIV").Outcome);
        Assert.Equal("NOT", Law.Check(person, officer, "2024-07-10", "2023-08-24").Of("LIV").Outcome);
        Assert.Contains("§ 40a", Law.Check(person, officer, "2026-07-10", "2023-08-23").Of("LIV").Norm, StringComparison.Ordinal);
    }

    [Fact]
    public void N17_gives_no_day_and_a_reminder()
    {
        var (person, officer, _) = Examples.Of("N17");
        var crime = Law.Check(person, officer, "2025-02-01").Of("CRIM");
        Assert.Equal(("INVESTIGATION", null), (crime.Hint!.Code, crime.FirstPossibleOn));
    }

    [Fact]
    public void N19_names_the_first_day_after_the_bar()
    {
        var (person, officer, _) = Examples.Of("N19");
        Assert.Equal(Law.Day("2036-03-05"), Law.Check(person, officer, "2030-01-10").FirstPossibleOn);
    }

    [Theory]
    [InlineData("N03", "2024-06-26", "2024-06-27")]
    [InlineData("N04", "2024-06-26", "2024-06-27")]
    [InlineData("N05", "2025-05-09", "2025-05-10")]
    [InlineData("N10", "2025-02-28", "2025-03-01")]
    [InlineData("N11", "2025-01-15", "2025-02-01")]
    public void The_first_possible_day_lies_under_the_law_of_that_day(string example, string checkedFor, string first)
    {
        var (person, officer, _) = Examples.Of(example + (example == "N03" ? " signed" : ""));
        Assert.Equal(Law.Day(first), Law.Check(person, officer, checkedFor).FirstPossibleOn);
    }
}
