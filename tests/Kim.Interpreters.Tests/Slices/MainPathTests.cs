using Kim.Contracts.Interpreters;
using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Tests.Slices;

public sealed class MainPathTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";

    [Fact]
    public async Task From_the_request_to_the_payment()
    {
        var request = host.NewRequest() with { Dialect = "apc", DurationMinutes = 90 };
        var id = await host.ReceiveAsync(request);

        var inbox = (await host.Desk.CallAsync($"{Api}/requests?state=EINGEGANGEN")).Expect(HttpStatusCode.OK);
        var item = Assert.Single(inbox.Json["items"]!.AsArray(), found => found!["bookingRef"]!.GetValue<Guid>() == request.BookingRef)!;
        Assert.Equal(("ara", "apc", 90), (item["language"]!.GetValue<string>(), item["dialect"]!.GetValue<string>(), item["durationMinutes"]!.GetValue<int>()));
        await host.ApproveAsync(id);

        var candidates = (await host.Desk.CallAsync($"{Api}/requests/{id}/candidates")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        var rana = candidates.Single(candidate => candidate!["displayName"]!.GetValue<string>() == "Rana H.")!;
        Assert.True(rana["eligible"]!.GetValue<bool>());
        Assert.Contains(rana["reasonsFor"]!.AsArray(), reason => reason!["code"]!.GetValue<string>() == "NEAR");
        var unfit = candidates.Last()!;
        Assert.False(unfit["eligible"]!.GetValue<bool>());
        Assert.NotEmpty(unfit["reasonsAgainst"]!.AsArray());

        var offer = (await host.OfferAsync(id, rana["interpreterId"]!.GetValue<Guid>())).Single();
        var mine = (await host.Rana.CallAsync($"{Api}/offers/mine")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal("OPEN", mine.Single(found => found!["id"]!.GetValue<Guid>() == offer)!["state"]!.GetValue<string>());
        (await host.Rana.PostAsync($"{Api}/offers/{offer}/acceptance", new { })).Expect(HttpStatusCode.OK);
        Assert.Equal("ZUGESAGT", await host.StateAsync(id));
        (await host.Desk.PostAsync($"{Api}/requests/{id}/confirmation", new { })).Expect(HttpStatusCode.OK);
        var confirmed = await host.WaitForEventAsync<BookingConfirmed>(found => found.BookingRef == request.BookingRef);
        Assert.Equal((request.StartsAt, 90, "ON_SITE", "ara"), (confirmed.StartsAt, confirmed.DurationMinutes, confirmed.Mode, confirmed.Language));

        var completed = (await host.Rana.PostAsync($"{Api}/requests/{id}/completion", InterpretersHost.Proof(91, 20, 12))).Expect(HttpStatusCode.OK);
        Assert.Equal(("NACHWEIS_EINGEREICHT", 91), (completed.Json["state"]!.GetValue<string>(), completed.Json["minutes"]!.GetValue<int>()));
        var done = await host.WaitForEventAsync<AssignmentCompleted>(found => found.BookingRef == request.BookingRef);
        var started = (DateTime)(await host.QueryAsync("select started_at from assignments where booking_id = $1", id))[0]["started_at"]!;
        Assert.Equal((91, LocalTime.DayOf(started)), (done.Minutes, done.HeldOn));
        (await host.Desk.PostAsync($"{Api}/requests/{id}/verification", new { })).Expect(HttpStatusCode.OK);

        // 91 minutes make 4 half hours; with 20 minutes of way still 4; 12 km at 0.30 EUR are the Kreis's.
        var paid = (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(33.60m, paid["totalEur"]!.GetValue<decimal>());
        Assert.Equal("aufwand-demo", paid["rateRule"]!.GetValue<string>());
        var settled = await host.WaitForEventAsync<AssignmentSettled>(found => found.BookingRef == request.BookingRef);
        Assert.Equal(
            [("land-ehrenamt", "ALLOWANCE", 30.00m), ("kreis-pool", "TRAVEL", 3.60m)],
            settled.Charges.Select(charge => (charge.Pot, charge.Kind, charge.AmountEur)));
        Assert.True(confirmed.Version < settled.Version);

        var whole = (await host.Desk.CallAsync($"{Api}/requests/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("AUSGEZAHLT", 33.60m), (whole["state"]!.GetValue<string>(), whole["settlement"]!["totalEur"]!.GetValue<decimal>()));
        Assert.Equal((91, 2), (whole["settlement"]!["minutes"]!.GetValue<int>(), whole["settlement"]!["lines"]!.AsArray().Count));
        var assignments = (await host.Rana.CallAsync($"{Api}/assignments/mine")).Json["items"]!.AsArray();
        Assert.Equal(33.60m, assignments.Single(found => found!["requestId"]!.GetValue<Guid>() == id)!["totalEur"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_refusal_tells_the_requester_why()
    {
        var request = host.NewRequest();
        var id = await host.ReceiveAsync(request);
        var etag = (await host.Desk.CallAsync($"{Api}/requests/{id}")).ETag;
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "REJECT" }, ifMatch: etag)).ExpectProblem(HttpStatusCode.BadRequest, "reason-unknown");
        (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "REJECT", reason = "EXCLUDED_TALK" }, ifMatch: etag)).Expect(HttpStatusCode.OK);
        var declined = await host.WaitForEventAsync<BookingDeclined>(found => found.BookingRef == request.BookingRef);
        Assert.Equal(("EXCLUDED_TALK", "ara", LocalTime.DayOf(host.Clock?.GetUtcNow() ?? TimeProvider.System.GetUtcNow())), (declined.Reason, declined.Language, declined.DeclinedOn));
    }

    [Fact]
    public async Task Nobody_found_counts_as_unserved()
    {
        var request = host.NewRequest();
        var id = await host.ReceiveAsync(request);
        (await host.Desk.PostAsync($"{Api}/requests/{id}/unserved", new { })).Expect(HttpStatusCode.Conflict);
        await host.ApproveAsync(id);
        (await host.Desk.PostAsync($"{Api}/requests/{id}/unserved", new { })).Expect(HttpStatusCode.OK);
        var unserved = await host.WaitForEventAsync<BookingUnserved>(found => found.BookingRef == request.BookingRef);
        Assert.Equal(("ara", LocalTime.DayOf(host.Clock?.GetUtcNow() ?? TimeProvider.System.GetUtcNow())), (unserved.Language, unserved.UnservedOn));
    }

    [Fact]
    public async Task Pages_of_the_inbox_meet_without_gap_or_overlap()
    {
        for (var i = 0; i < 5; i++) await host.ReceiveAsync(host.NewRequest());
        var whole = (await host.Desk.CallAsync($"{Api}/requests?limit=200")).Json["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()).ToList();
        var pages = new List<Guid>();
        var after = "";
        do
        {
            var page = (await host.Desk.CallAsync($"{Api}/requests?limit=2&after={after}")).Expect(HttpStatusCode.OK).Json;
            pages.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        Assert.Equal(whole, pages);
        (await host.Desk.CallAsync($"{Api}/requests?after=nonsense")).ExpectProblem(HttpStatusCode.BadRequest, "cursor-invalid");
        (await host.Desk.CallAsync($"{Api}/requests?limit=201")).ExpectProblem(HttpStatusCode.BadRequest, "limit-out-of-range");
        (await host.Desk.CallAsync($"{Api}/requests?state=NEU")).ExpectProblem(HttpStatusCode.BadRequest, "state-unknown");
    }

    [Fact]
    public async Task A_paid_talk_leaves_the_interpreters_view_after_its_days()
    {
        var id = await host.VerifiedAsync();
        (await host.Desk.PostAsync($"{Api}/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK);
        async Task<bool> Shown() => (await host.Rana.CallAsync($"{Api}/assignments/mine?limit=200")).Json["items"]!.AsArray()
            .Any(found => found!["requestId"]!.GetValue<Guid>() == id);
        Assert.True(await Shown());
        await host.QueryAsync("update settlements set settled_on = settled_on - 13 where booking_id = $1", id);
        Assert.True(await Shown());
        await host.QueryAsync("update settlements set settled_on = settled_on - 1 where booking_id = $1", id);
        Assert.False(await Shown());
    }
}
