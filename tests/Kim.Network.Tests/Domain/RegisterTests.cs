using Kim.Network.Domain;

namespace Kim.Network.Tests.Domain;

public sealed class RegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("OPEN", "IN_PROGRESS", true)]
    [InlineData("OPEN", "DONE", true)]
    [InlineData("OPEN", "OPEN", false)]
    [InlineData("IN_PROGRESS", "OPEN", true)]
    [InlineData("DONE", "OPEN", true)]
    [InlineData("DONE", "IN_PROGRESS", false)]
    [InlineData("DROPPED", "DONE", false)]
    public void A_step_goes_where_its_state_allows(string from, string to, bool allowed)
    {
        var step = Step(from);
        var moved = step.Move(to, "weil", Today);
        Assert.Equal(allowed, moved.Ok);
        if (!allowed)
        {
            Assert.Equal(("TRANSITION", 409), (moved.Error!.Guard, moved.Error.Status));
            Assert.DoesNotContain(to, moved.Error.Allowed!);
            Assert.Equal((from, 0), (step.State, step.History.Count));
        }
    }

    [Fact]
    public void Each_change_stays_in_the_history()
    {
        var step = Step("OPEN");
        Assert.True(step.Move("IN_PROGRESS", null, Today).Ok);
        Assert.True(step.Move("DONE", "fertig", Today.AddDays(1)).Ok);
        Assert.Equal([new StepChange("OPEN", "IN_PROGRESS", Today, null), new StepChange("IN_PROGRESS", "DONE", Today.AddDays(1), "fertig")], step.History);
        Assert.Equal(Today.AddDays(1), step.ChangedOn);
    }

    [Theory, InlineData(null), InlineData("  ")]
    public void A_step_is_given_up_with_a_reason_only(string? note) => Assert.Equal("note", Step("OPEN").Move("DROPPED", note, Today).Error!.Field);

    [Fact]
    public void The_profile_does_not_take_back_what_the_staff_changed()
    {
        var changed = Step("OPEN");
        changed.Move("DONE", null, Today);
        Assert.Equal(("DONE", 1), (Step("IN_PROGRESS").Over(changed) is var kept ? (kept.State, kept.History.Count) : default));
        Assert.Equal("IN_PROGRESS", Step("IN_PROGRESS").Over(Step("OPEN")).State);
    }

    [Fact]
    public void Voices_are_counted_by_attitude_and_group_and_the_uncounted_apart()
    {
        var counts = AttitudeCount.Of(
        [
            ("REJECTION", [new Voice("a", 1, null), new Voice("b", 2, null)]),
            ("REJECTION", [new Voice("b", null, "viele")]),
            ("SUPPORT", []),
        ]);
        var rejection = counts.Single(count => count.Attitude == "REJECTION");
        Assert.Equal((2, 3, 1), (rejection.Statements, rejection.Voices, rejection.Uncounted));
        Assert.Equal([new StakeholderCount("a", 1, 0), new StakeholderCount("b", 2, 1)], rejection.Stakeholders);
        Assert.Equal((1, 0), counts.Where(count => count.Attitude == "SUPPORT").Select(count => (count.Statements, count.Voices)).Single());
        Assert.Equal(Attitude.All, counts.Select(count => count.Attitude));
    }

    private static NextStep Step(string state) => new() { Key = "s", Title = "S", Kind = "OTHER", State = state };
}
