using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>The strategy picture, and what the routing of themes needs of it.</summary>
public sealed class CommitteeTests
{
    private static readonly string[] Fields = ["JUGENDHILFE", "INTEGRATION", "ARBEIT_BESCHAEFTIGUNG", "GESUNDHEIT", "WEITERE"];

    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_influence_finds_exactly_one_committee_to_propose(bool demo)
    {
        var committees = await ItemsAsync(demo);
        foreach (var field in Fields)
            Assert.Equal("FACHARBEITSGREMIUM", Assert.Single(committees, c => c.TakesThemes && c.Field == field).Category);
        Assert.Single(committees, c => c is { TakesThemes: true, Category: "STEUERUNGSGRUPPE" });
        Assert.Equal(["0-6", "18-27", "6-18"], committees.Where(c => c is { TakesThemes: true, AgeBand: not null }).Select(c => c.AgeBand!.Code).Order(StringComparer.Ordinal));
        Assert.Single(committees, c => c is { TakesThemes: true, Category: "REGIONALE_FACHKONFERENZ", Region.Count: 0 });
        Assert.All(committees.Where(c => c.TakesThemes), c => Assert.Equal("ACTIVE", c.State));
    }

    [Fact]
    public async Task Regions_of_the_Fachkonferenzen_share_the_Kreis_without_overlap()
    {
        var regions = (await ItemsAsync(demo: true)).Where(c => c.Region.Count > 0).SelectMany(c => c.Region).ToList();
        Assert.Equal(11, regions.Count);
        Assert.Equal(11, regions.Distinct(StringComparer.Ordinal).Count());
        Assert.All(await ItemsAsync(demo: false), c => Assert.Empty(c.Region));
    }

    [Fact]
    public async Task The_Steuerungsgruppe_has_ten_named_seat_groups_and_others()
    {
        var committee = Assert.Single(await ItemsAsync(demo: false), c => c.Category == "STEUERUNGSGRUPPE");
        Assert.Equal(10, committee.SeatGroups.Count(s => s.Named));
        Assert.Equal("u. a.", Assert.Single(committee.SeatGroups, s => !s.Named).Name);
        Assert.Contains("KoStAG", committee.Aliases);
    }

    [Fact]
    public async Task Four_parallel_working_groups_exist_on_mental_health()
    {
        var parallel = (await ItemsAsync(demo: false)).Where(c => c.InstanceOf == "ak-psychische-gesundheit").ToList();
        Assert.Equal([1, 2, 3, 4], parallel.Select(c => c.Instance));
        Assert.All(parallel, c => Assert.Equal("GESUNDHEIT", c.Field));
    }

    [Theory]
    [InlineData("ag-0-6", 0, 6, false, "jugendamt-kreis")]
    [InlineData("ag-6-18", 6, 18, false, "rbb ki")]
    [InlineData("ag-18-27", 18, 27, true, "jobcenter ki")]
    public async Task Age_bands_have_bounds_and_moderators(string key, int from, int until, bool inclusive, string moderators)
    {
        var committee = Assert.Single(await ItemsAsync(demo: false), c => c.Key == key);
        Assert.Equal(new AgeBand { Code = key[3..], From = from, Until = until, UntilInclusive = inclusive }, committee.AgeBand);
        Assert.Equal(moderators, string.Join(' ', committee.Moderators));
    }

    [Fact]
    public async Task The_planned_working_group_is_proposed_with_its_open_question()
    {
        var planned = Assert.Single(await ItemsAsync(demo: false), c => c.State == "PROPOSED");
        Assert.Equal("ag-case-management", planned.Key);
        Assert.Contains("AG Querschnitt", planned.OpenQuestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markers_are_those_of_the_picture_and_their_meaning_is_marked_as_assumed()
    {
        var committees = await ItemsAsync(demo: true);
        Assert.All(committees, c => Assert.Equal(
            c.Category is "NETZWERK" or "REGIONALE_FACHKONFERENZ" || !c.Sources.Any(id => id.StartsWith("D-", StringComparison.Ordinal)) ? null : "*", c.LegendMarker));
        var file = (await Coesfeld.LoadAsync()).Read<CommitteesFile>("committees.json");
        Assert.Equal(["*", "**"], file.Legend.Select(l => l.Marker));
        Assert.All(file.Legend, l => Assert.True(l.Assumed));
        Assert.True(file.AgeBandRule.LowerBoundInclusive);
    }

    private static async Task<IReadOnlyList<CommitteeEntry>> ItemsAsync(bool demo) =>
        [.. (await Coesfeld.LoadAsync(demo)).Items<CommitteeEntry>("committees.json").Select(item => item.Value)];
}
