using Kim.Network.Domain;

namespace Kim.Network.Tests.Domain;

public sealed class DecisionTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly MeasureOrder Order = new("Sprechstunde im Jobcenter", "jobcenter", new DateOnly(2027, 3, 31));

    [Fact]
    public void An_adopted_resolution_needs_a_measure() => Assert.Equal("measure", Text("ADOPTED").Check()!.Field);

    [Fact]
    public void A_measure_is_not_due_before_its_resolution() =>
        Assert.Equal("measure.dueOn", (Text("ADOPTED") with { Measure = Order with { DueOn = Day.AddDays(-1) } }).Check()!.Field);

    [Fact]
    public void A_rejection_needs_a_reason() => Assert.Equal("reason", (Text("REJECTED") with { Reason = " " }).Check()!.Field);

    [Fact]
    public void Only_an_adopted_resolution_orders_a_measure() =>
        Assert.Equal("measure", (Text("PROJECT_GROUP") with { Measure = Order }).Check()!.Field);

    [Fact]
    public void There_are_four_decisions() => Assert.Equal("decision", Text("MAYBE").Check()!.Field);

    [Theory]
    [InlineData("ADOPTED", "BESCHLOSSEN")]
    [InlineData("REJECTED", "ABGELEHNT")]
    [InlineData("MORE_INFORMATION", "ZURUECKGESTELLT")]
    [InlineData("PROJECT_GROUP", "BERATEN")]
    public void The_decision_moves_the_theme(string decision, string state) => Assert.Equal(state, Text(decision).ThemeGoesTo);

    [Fact]
    public void A_number_names_committee_year_and_place_in_the_year()
    {
        Assert.Equal("FAG-INTEGRATION-2026-001", Resolution.NumberOf("fag-integration", 2026, 1));
        Assert.Equal("FAG-INTEGRATION-2026-1000", Resolution.NumberOf("fag-integration", 2026, 1000));
    }

    [Fact]
    public void A_meeting_belongs_to_the_day_in_the_Kreis()
    {
        Assert.Equal(new DateOnly(2026, 7, 2), LocalDay.Of(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2027, 1, 1), LocalDay.Of(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void An_item_is_decided_once_and_a_held_meeting_takes_no_more_items()
    {
        var meeting = Meeting.Plan(Guid.NewGuid(), ("steuerungsgruppe", "Steuerungsgruppe"), new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), "Kreishaus");
        var theme = Guid.NewGuid();
        var item = meeting.Add(Guid.NewGuid(), theme, "Wohnen").Value;

        Assert.Equal("theme-on-agenda", meeting.Add(Guid.NewGuid(), theme, "Wohnen").Error!.Code);
        Assert.True(meeting.Decide(item, Guid.NewGuid()).Ok);
        Assert.Equal("ITEM_UNDECIDED", meeting.Decide(item, Guid.NewGuid()).Error!.Guard);
        Assert.True(meeting.Hold().Ok);
        Assert.Equal("MEETING_PLANNED", meeting.Hold().Error!.Guard);
        Assert.Equal("MEETING_PLANNED", meeting.Add(Guid.NewGuid(), Guid.NewGuid(), "Arbeit").Error!.Guard);
    }

    [Fact]
    public void A_measure_starts_then_completes_with_dates_in_order()
    {
        var measure = Ordered();
        var today = new DateOnly(2026, 11, 22);

        Assert.Equal("MEASURE_STARTED", measure.Complete(today, "x", today).Error!.Guard);
        Assert.Equal("startedOn", measure.Start(Day.AddDays(-1), today).Error!.Field);
        Assert.Equal("startedOn", measure.Start(today.AddDays(1), today).Error!.Field);
        Assert.True(measure.Start(Day, today).Ok);
        Assert.Equal(["COMPLETED"], measure.Start(Day, today).Error!.Allowed!);
        Assert.Equal("completedOn", measure.Complete(Day.AddDays(-1), "x", today).Error!.Field);
        Assert.Equal("outcome", measure.Complete(today, "  ", today).Error!.Field);
        Assert.True(measure.Complete(today, "Sprechstunde besteht", today).Ok);
        Assert.Empty(measure.Complete(today, "x", today).Error!.Allowed!);
        Assert.Equal(3, measure.Version);
    }

    private static Measure Ordered()
    {
        var meeting = Meeting.Plan(Guid.NewGuid(), ("steuerungsgruppe", "Steuerungsgruppe"), new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), "Kreishaus");
        var item = meeting.Add(Guid.NewGuid(), Guid.NewGuid(), "Wohnen").Value;
        var resolution = Resolution.Record(Guid.NewGuid(), "S-2026-001", meeting, item, Text("ADOPTED") with { Measure = Order });
        return Measure.Order(Guid.NewGuid(), resolution, Order, "Jobcenter");
    }

    private static DecisionText Text(string decision) => new(decision, "Titel", null, [], null, Day);
}
