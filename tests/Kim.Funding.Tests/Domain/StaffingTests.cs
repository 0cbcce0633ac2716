using CsCheck;
using Kim.Funding.Domain;
using static Kim.Funding.Tests.Domain.Samples;

namespace Kim.Funding.Tests.Domain;

/// <summary>Who holds a position, by day.</summary>
public sealed class StaffingTests
{
    private static readonly Entry By = new(Guid.NewGuid(), DateTimeOffset.UnixEpoch);

    private static OccupancyFacts Facts(decimal vzae, DateOnly from, DateOnly? until = null) => new(null, vzae, from, until, EmploymentTypes.Tarif);

    [Theory]
    [InlineData(0.50, "2021-06-01", null, null)]
    [InlineData(0.51, "2021-06-01", null, "POSITION_OVERFILLED")]
    [InlineData(1.00, "2021-05-01", "2021-06-01", null)]
    [InlineData(1.00, "2021-05-01", "2021-06-02", "POSITION_OVERFILLED")]
    [InlineData(0.50, "2021-04-27", null, "POSITION_NOT_FUNDED")]
    public void On_no_day_more_than_the_position_is_filled(double vzae, string from, string? until, string? guard)
    {
        var staffed = Held(Position("a", null, 1m, "ki"), (0.5m, new(2021, 6, 1), null));
        var admitted = staffed.Admit(Facts((decimal)vzae, DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null)));
        Assert.Equal(guard, admitted.Error?.Guard);
    }

    [Fact]
    public void An_occupancy_ends_with_its_position_at_the_latest()
    {
        var staffed = Held(Position("a", null, 1.5m, "caritas", new(2020, 5, 1), new(2022, 7, 1)));
        Assert.Equal("POSITION_NOT_FUNDED", staffed.Admit(Facts(1m, new(2020, 5, 1))).Error?.Guard);
        Assert.True(staffed.Admit(Facts(1m, new(2020, 5, 1), new(2022, 7, 1))).Ok);
    }

    [Fact]
    public void What_is_admitted_never_overfills_whatever_the_order() => Gen.Select(Gen.Int[0, 60], Gen.Int[1, 40], Gen.Int[1, 100]).Array[1, 12].Sample(rows =>
    {
        var position = Position("a", null, 1m, "ki");
        var held = new List<Occupancy>();
        foreach (var (from, length, vzae) in rows)
        {
            var facts = Facts(vzae / 100m, Start.AddDays(from), Start.AddDays(from + length));
            var fits = Enumerable.Range(from, length).All(day => held.Where(row => row.HoldsOn(Start.AddDays(day))).Sum(row => row.Vzae) + facts.Vzae <= 1m);
            Assert.Equal(fits, new StaffedPosition(position, held).Admit(facts).Ok);
            if (fits) held.Add(Occupancy.Of(Guid.NewGuid(), "a", facts, By));
        }
    });

    [Fact]
    public void A_corrected_row_stays_and_counts_nowhere()
    {
        var (wrong, right) = (Row("a", 1m, new(2021, 6, 1)), Row("a", 0.5m, new(2021, 7, 1)));
        wrong.CorrectWith(right.Id, new Entry(By.By, By.At, "Umfang"));
        var staffed = new StaffedPosition(Position("a", null, 1m, "ki"), [wrong, right]);
        Assert.Equal((0m, 0.5m), (staffed.FilledOn(new(2021, 6, 15)), staffed.FilledOn(new(2021, 7, 1))));
        Assert.Equal(("Umfang", right.Id), (wrong.Corrected!.Reason, wrong.CorrectedBy));
    }

    [Fact]
    public void An_end_comes_after_the_first_day_and_once()
    {
        var row = Row("a", 1m, new(2021, 6, 1));
        Assert.Equal("period-empty", row.End(new(2021, 6, 1)).Error?.Code);
        Assert.True(row.End(new(2021, 6, 2)).Ok);
        Assert.Equal("OCCUPANCY_ENDED", row.End(new(2021, 8, 1)).Error?.Guard);
        Assert.True(row.HoldsOn(new(2021, 6, 1)));
        Assert.False(row.HoldsOn(new(2021, 6, 2)));
    }

    [Theory]
    [InlineData(0, false, "VACANT")]
    [InlineData(0, true, "RECRUITING")]
    [InlineData(0.5, true, "PARTLY_FILLED")]
    [InlineData(1, true, "FILLED")]
    public void The_state_follows_from_who_holds_it(double vzae, bool recruiting, string state)
    {
        var position = Position("a", null, 1m, "ki").Define(new PositionFacts { Title = "a", Programmes = [], Vzae = 1m, Recruiting = recruiting, FundedFrom = Start, Provenance = Provenance.Office });
        Assert.Equal(state, (vzae == 0 ? Held(position) : Held(position, ((decimal)vzae, Start, null))).StateOn(Start));
    }

    [Fact]
    public void Attributes_change_from_a_day_on_and_earlier_versions_stay()
    {
        var position = Position("a", "MODUL_II", 1m, "ki");
        Assert.True(position.Change(Guid.NewGuid(), new AttributeValues("stadt", ["05558012"], "ki"), new(2022, 1, 1), By).Ok);
        Assert.True(position.Change(Guid.NewGuid(), new AttributeValues("gemeinde", [], "ki"), new(2021, 9, 1), By).Ok);
        Assert.Equal(["ki", "gemeinde", "stadt"], new DateOnly[] { new(2021, 8, 31), new(2021, 12, 31), new(2022, 1, 1) }.Select(day => position.On(day)!.Employer));
        Assert.True(position.Change(Guid.NewGuid(), new AttributeValues("kreis", [], "ki"), new(2021, 9, 1), By).Ok);
        Assert.Equal("kreis", position.On(new(2021, 9, 1))!.Employer);
        Assert.Equal(4, position.Attributes.Count);
        Assert.Equal("gemeinde", position.Attributes.Single(version => !version.Stands).Employer);
        Assert.Equal("POSITION_NOT_FUNDED", position.Change(Guid.NewGuid(), new AttributeValues("ki", [], null), Start.AddDays(-1), By).Error?.Guard);
    }
}
