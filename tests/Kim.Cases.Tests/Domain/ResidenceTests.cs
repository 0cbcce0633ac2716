using Kim.Cases.Domain;
using Kim.Cases.Reference;

namespace Kim.Cases.Tests.Domain;

public sealed class ResidenceTests
{
    /// <summary>Rows of domain.md 4.2 that decide a naturalisation.</summary>
    [Theory]
    [InlineData("DULDUNG", "NO", "NO")]
    [InlineData("GESTATTUNG", "IF_PROTECTION_FOLLOWS", "NO")]
    [InlineData("FIKTION_81_3_1", "YES", "NO")]
    [InlineData("FIKTION_81_3_2", "NO", "NO")]
    [InlineData("FIKTION_81_4", "YES", "LIKE_PREVIOUS")]
    [InlineData("AE_24", "YES", "NO")]
    [InlineData("AE_25_2_F", "YES", "YES")]
    [InlineData("AE_25_3", "YES", "NO")]
    [InlineData("AE_25_4A", "YES", "NO")]
    [InlineData("AE_25_5", "YES", "NO")]
    [InlineData("AE_25B", "YES", "YES")]
    [InlineData("AE_16G", "YES", "YES")]
    [InlineData("AE_20A", "YES", "NO")]
    [InlineData("AE_104C", "YES", "NO")]
    [InlineData("AE_23_1", "YES", "YES")]
    [InlineData("AE_23A", "YES", "NO")]
    [InlineData("BLUE_18G", "YES", "YES")]
    [InlineData("NE_26", "YES", "YES")]
    [InlineData("VISUM_D", "IF_TITLE_FOLLOWS", "NO")]
    [InlineData("OHNE", "NO", "NO")]
    public void A_status_says_whether_it_is_lawful_and_a_title(string code, string lawful, string title)
    {
        var status = ResidenceStatuses.Find(code);
        Assert.Equal((lawful, title), (status?.Lawful, status?.Title));
    }

    [Fact]
    public void The_vocabulary_is_complete_and_each_code_stands_once()
    {
        Assert.Equal(73, ResidenceStatuses.All.Count);
        Assert.Distinct(ResidenceStatuses.All.Select(status => status.Code));
        Assert.Null(ResidenceStatuses.Find("STAATENLOS"));
    }

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void A_Chancenaufenthalt_begins_on_the_last_day_of_2025_at_the_latest(string from, bool taken)
    {
        var recorded = Record(TestCases.Open(), "AE_104C", from);
        Assert.Equal(taken, recorded.Ok);
        if (!taken) Assert.Equal(("status-not-assignable", "validFrom"), (recorded.Error?.Code, recorded.Error?.Field));
    }

    [Fact]
    public void Without_status_is_recorded_only_after_the_warning()
    {
        var made = TestCases.Open();
        var refused = Record(made, "OHNE", "2026-01-01").Error;
        Assert.Equal((409, Guards.ConfirmOhne, "confirmOhne"), (refused?.Status, refused?.Guard, refused?.Field));
        Assert.Contains("§ 87(2) AufenthG", refused!.Title, StringComparison.Ordinal);
        Assert.Empty(made.ResidencePeriods);
        Assert.True(Record(made, "OHNE", "2026-01-01", confirm: true).Ok);
    }

    [Theory]
    [InlineData("DULDUNG", "2026-05-31", null, false)]
    [InlineData("DULDUNG", "2026-06-01", null, true)]
    [InlineData("DULDUNG", "2025-01-01", "2026-01-01", true)]
    [InlineData("DULDUNG", "2025-01-01", "2026-01-02", false)]
    [InlineData("DULDUNG", "2027-01-01", null, true)]
    [InlineData("GESTATTUNG", "2026-02-01", null, true)]
    public void Periods_of_one_status_do_not_overlap_and_the_end_is_exclusive(string code, string from, string? until, bool taken)
    {
        var made = TestCases.Open();
        Assert.True(Record(made, "DULDUNG", "2026-01-01", "2026-06-01").Ok);
        Assert.Equal(taken, Record(made, code, from, until).Ok);
    }

    [Fact]
    public void An_open_period_lasts_until_it_is_ended_once()
    {
        var made = TestCases.Open();
        var open = Record(made, "GESTATTUNG", "2024-01-01").Value;
        Assert.False(Record(made, "GESTATTUNG", "2030-01-01").Ok);
        Assert.Equal(400, made.EndResidence(open.Id, new DateOnly(2024, 1, 1)).Error?.Status);
        Assert.True(made.EndResidence(open.Id, new DateOnly(2025, 1, 1)).Ok);
        Assert.Equal(409, made.EndResidence(open.Id, new DateOnly(2026, 1, 1)).Error?.Status);
        Assert.True(Record(made, "GESTATTUNG", "2030-01-01").Ok);
    }

    [Theory]
    [InlineData("SYR", true)]
    [InlineData("XKX", true)]
    [InlineData("STATELESS", true)]
    [InlineData("UNKNOWN", true)]
    [InlineData("ZZZ", false)]
    [InlineData("syr", false)]
    public void Countries_are_codes_of_the_list(string code, bool known) => Assert.Equal(known, Vocabularies.Knows(Vocabularies.Country, code));

    [Fact]
    public void The_country_list_has_the_249_codes_of_the_standard_and_Kosovo() => Assert.Equal(250, Countries.All.Count);

    private static Result<ResidencePeriod> Record(Case made, string code, string from, string? until = null, bool confirm = false) =>
        made.RecordResidence(
            new ResidenceTerms(ResidenceStatuses.Find(code)!, DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until), null, null, confirm),
            TestCases.Now);
}
