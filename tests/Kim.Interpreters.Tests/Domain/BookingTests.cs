using Kim.Interpreters.Domain;
using Kim.Results;
using static Kim.Interpreters.Domain.BookingStates;

namespace Kim.Interpreters.Tests.Domain;

public sealed class BookingTests
{
    private static readonly DateTimeOffset Now = Samples.Now;

    // Written down here once more on purpose: the procedure of domain.md 6.3, step by step.
    private static readonly Dictionary<string, string[]> Procedure = new()
    {
        [Received] = ["approve", "decline", "cancel"],
        [Approved] = ["offer", "unserved", "cancel"],
        [Offered] = ["offer", "accept", "unserved", "cancel"],
        [Accepted] = ["confirm", "cancel"],
        [Confirmed] = ["proof", "cancel"],
        [ProofSubmitted] = ["verify"],
        [Verified] = ["settle"],
        [Paid] = [],
        [Declined] = [],
        [Cancelled] = [],
        [Unserved] = [],
    };

    private static readonly Dictionary<string, Func<Booking, bool>> Actions = new()
    {
        ["approve"] = booking => booking.Approve(Now).Ok,
        ["decline"] = booking => booking.Decline("LEAD_TIME", Now).Ok,
        ["offer"] = booking => booking.SendOffers(Now).Ok,
        ["accept"] = booking => booking.Accept(Samples.Offer(booking), Now).Ok,
        ["confirm"] = booking => booking.Confirm(Now).Ok,
        ["proof"] = booking => booking.SubmitProof(Now).Ok,
        ["verify"] = booking => booking.Verify(Work(booking), null, Guid.NewGuid(), Now).Ok,
        ["settle"] = booking => booking.Settle(Now).Ok,
        ["unserved"] = booking => booking.MarkUnserved(Now).Ok,
        ["cancel"] = booking => booking.Cancel(2, Now, Now),
    };

    public static TheoryData<string, string> EveryStep() =>
        [.. from state in All from action in Actions.Keys select (state, action)];

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Each_state_takes_exactly_the_steps_of_the_procedure(string state, string action)
    {
        var booking = In(state);
        var version = booking.Version;
        var moved = Actions[action](booking);
        Assert.Equal(Procedure[state].Contains(action), moved);
        Assert.Equal(moved ? version + 1 : version, booking.Version);
        if (!moved) Assert.Equal(state, booking.State);
    }

    [Fact]
    public void A_refused_step_names_guard_and_allowed_steps()
    {
        var error = In(Received).Confirm(Now).Error!;
        Assert.Equal((409, "STATE_EINGEGANGEN"), (error.Status, error.Guard));
        Assert.Equal([Approved, Declined, Cancelled], error.Allowed!);
    }

    [Fact]
    public void The_first_acceptance_wins()
    {
        var booking = In(Offered);
        var (first, second) = (Samples.Offer(booking), Samples.Offer(booking));
        Assert.True(booking.Accept(first, Now).Ok);
        Assert.Equal("OFFER_SUPERSEDED", booking.Accept(second, Now).Error!.Guard);
        Assert.Equal(OfferStates.Superseded, second.StateIn(booking, Now));
        Assert.Equal("OFFER_ACCEPTED", booking.Accept(first, Now).Error!.Guard);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void An_offer_ends_at_its_time(int minutesAfter, bool open)
    {
        var booking = In(Offered);
        var offer = Samples.Offer(booking, Now.AddHours(1));
        var at = Now.AddHours(1).AddMinutes(minutesAfter);
        Assert.Equal(open, booking.Accept(offer, at).Ok);
        if (!open) Assert.Equal("OFFER_EXPIRED", booking.Accept(offer, at).Error!.Guard);
    }

    [Fact]
    public void A_refused_offer_cannot_be_accepted_any_more()
    {
        var booking = In(Offered);
        var offer = Samples.Offer(booking);
        Assert.True(offer.Refuse(booking, Now).Ok);
        Assert.Equal("OFFER_REFUSED", booking.Accept(offer, Now).Error!.Guard);
        Assert.False(offer.Refuse(booking, Now).Ok);
    }

    [Fact]
    public void A_newer_request_starts_again_and_old_offers_no_longer_count()
    {
        var booking = In(Offered);
        var offer = Samples.Offer(booking);
        Assert.True(booking.Replace(Samples.Details with { RequestVersion = 2, DurationMinutes = 90 }, Now));
        Assert.Equal((Received, 90), (booking.State, booking.Details.DurationMinutes));
        booking.Approve(Now);
        booking.SendOffers(Now);
        Assert.Equal(OfferStates.Superseded, offer.StateIn(booking, Now));
    }

    [Fact]
    public void An_older_or_equal_request_changes_nothing()
    {
        var booking = Samples.Booking(Samples.Details with { RequestVersion = 3 });
        Assert.False(booking.Replace(Samples.Details with { RequestVersion = 3, DurationMinutes = 90 }, Now));
        Assert.False(booking.Replace(Samples.Details with { RequestVersion = 2, DurationMinutes = 90 }, Now));
        Assert.Equal((60, 1), (booking.Details.DurationMinutes, booking.Version));
    }

    [Fact]
    public void A_cancellation_of_an_older_request_has_no_effect() =>
        Assert.False(Samples.Booking(Samples.Details with { RequestVersion = 3 }).Cancel(2, Now, Now));

    [Fact]
    public void Who_worked_or_handed_in_cannot_verify()
    {
        var (interpreter, desk, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var booking = In(ProofSubmitted);
        var work = Work(booking, desk);
        Assert.Equal("four-eyes", booking.Verify(work, interpreter, interpreter, Now).Error!.Code);
        Assert.Equal("four-eyes", booking.Verify(work, interpreter, desk, Now).Error!.Code);
        Assert.Equal(ProofSubmitted, booking.State);
        Assert.True(booking.Verify(work, interpreter, other, Now).Ok);
        Assert.Equal(other, work.VerifiedBy);
    }

    public static TheoryData<string, int, int, int, decimal, string> BadProofs() => new()
    {
        { "ON_SITE", -60, -60, 0, 0m, "end-before-start" },
        { "ON_SITE", -60, 1, 0, 0m, "end-in-future" },
        { "ON_SITE", -721, 0, 0, 0m, "too-long" },
        { "PHONE", -60, 0, 5, 0m, "travel-without-place" },
        { "VIDEO", -60, 0, 0, 1m, "travel-without-place" },
    };

    [Theory]
    [MemberData(nameof(BadProofs))]
    public void A_proof_that_cannot_be_true_is_refused(string mode, int start, int end, int travelMinutes, decimal travelKm, string code)
    {
        var proof = new Proof(Now.AddMinutes(start), Now.AddMinutes(end), travelMinutes, travelKm, "Frau Muster");
        Result result = Work(Samples.Booking()).HandIn(proof, mode, Guid.NewGuid(), Now);
        Assert.Equal(code, result.Error!.Code);
    }

    private static Assignment Work(Booking booking, Guid? by = null)
    {
        var work = Assignment.Of(Guid.NewGuid(), booking, Guid.NewGuid(), TimeSpan.FromMinutes(10), Now);
        Assert.True(work.HandIn(new(Now.AddHours(-2), Now.AddHours(-1), 0, 0, "Frau Muster"), "ON_SITE", by ?? Guid.NewGuid(), Now).Ok);
        return work;
    }

    private static Booking In(string state)
    {
        string[] path = state switch
        {
            Received => [],
            Approved => ["approve"],
            Offered => ["approve", "offer"],
            Accepted => ["approve", "offer", "accept"],
            Confirmed => ["approve", "offer", "accept", "confirm"],
            ProofSubmitted => ["approve", "offer", "accept", "confirm", "proof"],
            Verified => ["approve", "offer", "accept", "confirm", "proof", "verify"],
            Paid => ["approve", "offer", "accept", "confirm", "proof", "verify", "settle"],
            Declined => ["decline"],
            Cancelled => ["cancel"],
            Unserved => ["approve", "unserved"],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        var booking = Samples.Booking();
        foreach (var step in path) Assert.True(Actions[step](booking), step);
        Assert.Equal(state, booking.State);
        return booking;
    }
}
