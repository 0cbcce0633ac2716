using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Vocabulary;

namespace Kim.Cases.Tests.Domain;

/// <summary>Bands and groups in which a person counts (domain.md 2.4, 7.5), with the days of their edges.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("2020-11-23", "0-5")]
    [InlineData("2020-11-22", "6-17")]
    [InlineData("2008-11-23", "6-17")]
    [InlineData("2008-11-22", "18-26")]
    [InlineData("1999-11-23", "18-26")]
    [InlineData("1999-11-22", "27-44")]
    [InlineData("1981-11-22", "45-64")]
    [InlineData("1961-11-23", "45-64")]
    [InlineData("1961-11-22", "65+")]
    public void An_age_changes_its_band_on_the_birthday(string born, string band) => Assert.Equal(band, Bands.Age(DateOnly.Parse(born), new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData("2026-02-28", "6-17")]
    [InlineData("2026-03-01", "18-26")]
    public void Who_was_born_on_29_February_is_older_on_1_March(string day, string band) => Assert.Equal(band, Bands.Age(new DateOnly(2008, 2, 29), DateOnly.Parse(day)));

    [Theory]
    [InlineData(null, "UNKNOWN")]
    [InlineData("2026-11-23", "UNKNOWN")]
    [InlineData("2026-11-22", "0-1")]
    [InlineData("2025-11-22", "1-3")]
    [InlineData("2023-11-23", "1-3")]
    [InlineData("2023-11-22", "3-5")]
    [InlineData("2021-11-22", "5-8")]
    [InlineData("2018-11-23", "5-8")]
    [InlineData("2018-11-22", "8+")]
    public void A_stay_counts_in_full_years(string? since, string band) =>
        Assert.Equal(band, Bands.LengthOfStay(since is null ? null : DateOnly.Parse(since), new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData("", "UNKNOWN")]
    [InlineData("UNKNOWN", "UNKNOWN")]
    [InlineData("STATELESS", "STATELESS")]
    [InlineData("UNKNOWN STATELESS", "STATELESS")]
    [InlineData("STATELESS SYR", "SYR")]
    [InlineData("SYR DEU", "DEU")]
    [InlineData("POL SYR", "EU")]
    [InlineData("SYR POL", "SYR")]
    [InlineData("XKX", "WESTBALKAN")]
    [InlineData("ERI", "AFRICA")]
    [InlineData("CHE", "OTHER")]
    [InlineData("GBR", "OTHER")]
    public void A_person_counts_in_one_group_of_nationalities(string countries, string group) =>
        Assert.Equal(group, NationalityGroupTable.Of(countries.Split(' ', StringSplitOptions.RemoveEmptyEntries), new DateOnly(2026, 11, 22)));

    [Fact]
    public void A_country_counts_by_the_unions_of_the_day()
    {
        Assert.Equal("EU", NationalityGroupTable.Of(["GBR"], new DateOnly(2020, 1, 31)));
        Assert.Equal("OTHER", NationalityGroupTable.Of(["GBR"], new DateOnly(2020, 2, 1)));
        Assert.Equal("EU", NationalityGroupTable.Of(["HRV"], new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public void Each_country_has_one_group_and_the_union_has_27_members()
    {
        var groups = Countries.All.ToLookup(country => NationalityGroupTable.Of([country], new DateOnly(2026, 11, 22)));
        Assert.Equal(26, groups["EU"].Count());
        Assert.Equal(55, groups["AFRICA"].Count());
        Assert.All(groups, group => Assert.Contains(group.Key, NationalityGroups.All));
        Assert.Equal(NationalityGroups.All, NationalityGroupTable.Entries.Select(entry => entry.Code));
    }

    [Fact]
    public void Each_residence_status_has_a_group()
    {
        Assert.All(ResidenceStatuses.All, status => Assert.Contains(StatusGroupTable.OfCode(status.Code), StatusGroups.All));
        Assert.Equal(StatusGroups.All, ResidenceStatuses.All.Select(status => StatusGroupTable.OfCode(status.Code)).Distinct().OrderBy(group => StatusGroups.All.ToList().IndexOf(group)));
        Assert.Equal(StatusGroups.All, StatusGroupTable.Entries.Select(entry => entry.Code));
    }

    [Theory]
    [InlineData("", "UNKNOWN")]
    [InlineData("GESTATTUNG", "ASYLUM_PROCEDURE")]
    [InlineData("FIKTION_81_3_2", "TOLERATED")]
    [InlineData("FIKTION_81_4", "PERMIT")]
    [InlineData("AE_25_2_F", "PROTECTED")]
    [InlineData("AE_24", "TEMPORARY_PROTECTION")]
    [InlineData("BLUE_18G", "PERMIT")]
    [InlineData("DULDUNG AE_25B", "PERMIT")]
    [InlineData("AE_28 NE_28", "SETTLED")]
    [InlineData("OHNE", "NONE")]
    [InlineData("NIE_GEHOERT", "UNKNOWN")]
    public void The_strongest_status_of_the_day_counts(string statuses, string group) =>
        Assert.Equal(group, StatusGroupTable.Of(statuses.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Funding_is_told_only_what_it_does_not_know_and_nothing_after_the_end()
    {
        var file = FundingFile.Of(Guid.NewGuid());
        Assert.Equal(4, file.Reference.Version);
        Assert.True(file.Tell("a"));
        Assert.False(file.Tell("a"));
        Assert.True(file.Tell("b"));
        Assert.Equal(2, file.Version);
        Assert.Equal(2, file.Close(alone: true));
        Assert.False(file.Tell("c"));
    }
}
