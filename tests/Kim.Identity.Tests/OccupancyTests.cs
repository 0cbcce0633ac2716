using Kim.Contracts.Vocabulary;
using Kim.Identity.Domain;

namespace Kim.Identity.Tests;

/// <summary>What positions give on a day, whatever the order in which funding's facts came.</summary>
public sealed class OccupancyTests
{
    private static readonly Guid Account = Guid.NewGuid();

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    public void A_position_is_held_from_its_first_day_to_the_day_before_its_end(string day, bool held) =>
        Assert.Equal(held ? "kim-1" : null, On(day, Filled("kim-1", 1, "2026-03-01", "2026-09-01")).Position);

    [Theory]
    [InlineData("2026-05-31", true)]
    [InlineData("2026-06-01", false)]
    public void A_vacating_ends_it_on_its_day(string day, bool held)
    {
        var filled = Filled("kim-1", 1, "2026-03-01");
        var vacated = Vacated("kim-1", 2, "2026-06-01");
        Assert.Equal(held, On(day, filled, vacated).Position is not null);
        Assert.Equal(held, On(day, vacated, filled).Position is not null);
    }

    [Fact]
    public void A_later_filling_corrects_an_earlier_one_and_begins_anew_after_a_vacating()
    {
        Assert.Null(On("2026-07-01", Filled("kim-1", 1, "2026-03-01"), Filled("kim-1", 2, "2026-03-01", "2026-06-01")).Position);
        OccupancyFact[] again = [Filled("kim-1", 3, "2026-09-01"), Vacated("kim-1", 2, "2026-06-01"), Filled("kim-1", 1, "2026-03-01")];
        Assert.Equal("kim-1", On("2026-05-31", again).Position);
        Assert.Null(On("2026-07-01", again).Position);
        Assert.Equal("kim-1", On("2026-09-01", again).Position);
    }

    [Theory]
    [InlineData("MODUL_I", Roles.Coordinator)]
    [InlineData("MODUL_II", Roles.CaseManager)]
    [InlineData("MODUL_III", Roles.NaturalisationOfficer)]
    [InlineData(null, null)]
    [InlineData("MODUL_IV", null)]
    public void A_module_gives_its_role(string? module, string? role) =>
        Assert.Equal(role, On("2026-03-01", Filled("kim-1", 1, "2026-03-01", module: module)).Roles.SingleOrDefault());

    [Fact]
    public void Of_two_positions_the_one_held_longer_is_shown_and_both_give_their_roles()
    {
        var held = On("2026-07-01", Filled("b", 1, "2026-01-01", module: "MODUL_II"), Filled("a", 1, "2026-06-01", module: "MODUL_I"));
        Assert.Equal(("b", "MODUL_II"), (held.Position, held.Module));
        Assert.Equal([Roles.CaseManager, Roles.Coordinator], held.Roles);
        Assert.Equal("a", On("2026-07-01", Filled("b", 1, "2026-01-01"), Vacated("b", 2, "2026-06-01"), Filled("a", 1, "2026-06-01")).Position);
    }

    private static Held On(string day, params OccupancyFact[] facts) => Held.On(facts, DateOnly.Parse(day));

    private static OccupancyFact Filled(string position, long version, string from, string? until = null, string? module = "MODUL_II") => new()
    {
        Position = position, Version = version, Vacated = false, AccountId = Account, Module = module, Fachaufsicht = "ki",
        From = DateOnly.Parse(from), Until = until is null ? null : DateOnly.Parse(until),
    };

    private static OccupancyFact Vacated(string position, long version, string from) => new()
    {
        Position = position, Version = version, Vacated = true, AccountId = Account, From = DateOnly.Parse(from),
    };
}
