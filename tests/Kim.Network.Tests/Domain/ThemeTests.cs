using Kim.Network.Domain;

namespace Kim.Network.Tests.Domain;

public sealed class ThemeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_needs_are_no_theme_and_nobody_is_told()
    {
        var theme = Theme.Start(Guid.NewGuid(), "WOHNEN", Now);

        Assert.False(theme.Recount(Needs(4), [], 5, Now));
        Assert.False(theme.Visible);
        Assert.Equal(0, theme.Version);
    }

    [Fact]
    public void The_fifth_need_makes_it_visible_and_others_are_told()
    {
        var theme = Bundled();

        Assert.Equal(ThemeState.Gebuendelt, theme.State);
        Assert.Equal(1, theme.Version);
        Assert.Equal("Wohnen", theme.Title);
    }

    [Fact]
    public void Below_the_threshold_again_it_vanishes_and_others_are_told()
    {
        var theme = Bundled();

        Assert.True(theme.Recount(Needs(4), [], 5, Now));
        Assert.False(theme.Visible);
        Assert.Equal(2, theme.Version);
    }

    [Fact]
    public void Its_Rechtskreis_comes_from_its_needs_and_not_from_what_it_was_before()
    {
        var (first, second) = (Bundled(), Bundled());
        first.Recount(["SGB8"], ["SGB2"], 5, Now);

        foreach (var theme in new[] { first, second }) theme.Recount([], ["SGB2", "SGB8", "SGB2"], 5, Now);

        Assert.Equal(("SGB2", "SGB2"), (first.Rechtskreis, second.Rechtskreis));
    }

    [Fact]
    public void Once_a_committee_deals_with_it_fewer_needs_do_not_hide_it()
    {
        var theme = Bundled();
        theme.Go(ThemeState.Eingebracht, ThemeProcedure.ByAgenda, Now);

        Assert.True(theme.Recount(Needs(2), [], 5, Now));
        Assert.Equal(ThemeState.Eingebracht, theme.State);
    }

    [Theory]
    [InlineData("GEBUENDELT", "BESCHLOSSEN", "COMMITTEE", "")]
    [InlineData("EINGEBRACHT", "EINGEBRACHT", "AGENDA", "")]
    [InlineData("EINGEBRACHT", "IN_UMSETZUNG", "COMMITTEE", "BERATEN BESCHLOSSEN ABGELEHNT ZURUECKGESTELLT")]
    [InlineData("BESCHLOSSEN", "WIRKSAM_GEPRUEFT", "COORDINATOR", "AN_LAND_ADRESSIERT")]
    [InlineData("GEBUENDELT", "WIRKSAM_GEPRUEFT", "COORDINATOR", "ZURUECKGESTELLT")]
    [InlineData("ABGELEHNT", "GEBUENDELT", "COORDINATOR", "")]
    [InlineData("WIRKSAM_GEPRUEFT", "EINGEBRACHT", "AGENDA", "")]
    public void A_step_out_of_turn_is_refused_with_the_guard_and_what_is_allowed(string from, string to, string by, string allowed)
    {
        var error = ThemeProcedure.Refuse(from, to, by)!;

        Assert.Equal(409, error.Status);
        Assert.Equal(by + "_STEP", error.Guard);
        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), error.Allowed);
    }

    [Fact]
    public void Closed_themes_have_no_next_step() => Assert.All(ThemeState.Closed, state => Assert.Empty(ThemeProcedure.Next(state)));

    [Fact]
    public void Every_state_can_be_reached()
    {
        var reached = new HashSet<string> { ThemeState.Gemeldet };
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(ThemeProcedure.Next).ToList());
        }

        Assert.Equal(ThemeState.All.Order(), reached.Order());
    }

    [Theory]
    [InlineData("NONSENSE", null, null, "influence")]
    [InlineData("KREIS", "05558012", null, "region")]
    [InlineData("AGE_BAND", null, null, "ageBand")]
    [InlineData("AGE_BAND", null, "3-4", "ageBand")]
    [InlineData("AGENCY", null, "0-6", "ageBand")]
    public void Region_and_age_band_stand_only_where_the_influence_asks_for_them(string influence, string? region, string? band, string field) =>
        Assert.Equal(field, Bundled().Judge(null, new ThemeReach(influence, region, band), Now).Error!.Field);

    [Fact]
    public void A_closed_theme_is_not_judged_anew()
    {
        var theme = Bundled();
        theme.Go(ThemeState.Eingebracht, ThemeProcedure.ByAgenda, Now);
        theme.Go(ThemeState.Abgelehnt, ThemeProcedure.ByCommittee, Now);

        Assert.Equal("THEME_OPEN", theme.Judge("Neu", new ThemeReach("KREIS", null, null), Now).Error!.Guard);
    }

    private static Theme Bundled()
    {
        var theme = Theme.Start(Guid.NewGuid(), "WOHNEN", Now);
        Assert.True(theme.Recount(Needs(5), [], 5, Now));
        return theme;
    }

    private static List<string> Needs(int count) => [.. Enumerable.Repeat("SGB2", count)];
}
