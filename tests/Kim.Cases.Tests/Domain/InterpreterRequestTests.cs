using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

public sealed class InterpreterRequestTests
{
    private static readonly Settlement Paid = new(
        90, "borken", new DateOnly(2024, 1, 1), TestCases.Today, [new Charge("land-ehrenamt", "ALLOWANCE", 22.50m), new Charge("kreis-pool", "TRAVEL", 3.10m)]);

    [Fact]
    public void Every_order_of_the_pools_events_ends_in_the_same_state()
    {
        Action<InterpreterRequest>[] events =
        [
            asked => asked.Unserved(2), asked => asked.Confirmed(3), asked => asked.Completed(4, 60), asked => asked.Completed(5, 85),
            asked => asked.SettledWith(6, Paid),
        ];
        var ends = Permutations(events).Select(order =>
        {
            var asked = Ask();
            foreach (var happened in order.Concat(order)) happened(asked);
            return (asked.State, asked.Minutes, asked.CompletedMinutes, asked.SettledEur);
        }).ToList();

        Assert.Equal(120, ends.Count);
        Assert.Equal([(InterpreterStates.Settled, 90, 85, 25.60m)], ends.Distinct());
    }

    [Fact]
    public void The_newest_word_of_the_pool_counts_while_the_talk_lies_ahead()
    {
        var asked = Ask();
        asked.Unserved(5);
        asked.Confirmed(3);
        Assert.Equal(InterpreterStates.Unserved, asked.State);
        asked.Confirmed(6);
        Assert.Equal(InterpreterStates.Confirmed, asked.State);
        asked.Declined(7, "LEAD_TIME");
        Assert.Equal((InterpreterStates.Declined, "LEAD_TIME"), (asked.State, asked.DeclineReason));
    }

    [Fact]
    public void A_cancelled_talk_stays_cancelled_unless_it_took_place()
    {
        var asked = Ask();
        Assert.True(asked.Cancel(TestCases.Now.At).Ok);
        asked.Confirmed(2);
        Assert.Equal(InterpreterStates.Cancelled, asked.State);
        asked.Completed(3, 30);
        Assert.Equal((InterpreterStates.Completed, 30), (asked.State, asked.Minutes));
    }

    [Fact]
    public void A_talk_that_took_place_cannot_be_cancelled()
    {
        var asked = Ask();
        asked.Completed(2, 30);
        Assert.Equal(409, asked.Cancel(TestCases.Now.At).Error?.Status);
    }

    [Theory]
    [InlineData("LEGAL_EFFECT", 5)]
    [InlineData("MEDICAL_CONSENT", 3)]
    [InlineData("COUNSELLING", 1)]
    public void The_level_follows_the_topic(string topicClass, int level) => Assert.Equal(level, TalkTerms.DefaultLevel(topicClass));

    private static InterpreterRequest Ask() => InterpreterRequest.Ask(Guid.NewGuid(), new TalkTerms
    {
        Language = "ara", Mode = "PHONE", StartsAt = TestCases.Now.At.AddDays(7), DurationMinutes = 60, Ags = "05558012",
        MeetingPlace = "Rathaus", TopicClass = "COUNSELLING", RequiredLevel = 1,
    }, TestCases.Now);

    internal static IEnumerable<T[]> Permutations<T>(IReadOnlyList<T> items) => items.Count == 0
        ? [[]]
        : items.SelectMany((item, i) => Permutations<T>([.. items.Take(i), .. items.Skip(i + 1)]).Select(rest => (T[])[item, .. rest]));
}
