namespace Kim.Interpreters.Tests.Slices;

public sealed class OfferTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";

    [Fact]
    public async Task Of_fifty_acceptances_at_once_exactly_one_wins()
    {
        var pool = await host.MoreInterpretersAsync(50);
        var id = await host.ReceiveAsync(host.NewRequest());
        await host.ApproveAsync(id);
        var offers = await host.OfferAsync(id, [.. pool.Select(one => one.Id)]);
        Assert.Equal(50, offers.Count);

        var clients = pool.Select(one => host.ClientFor(one.Account)).ToArray();
        var answers = await Task.WhenAll(clients.Select((client, index) => Task.Run(() => client.PostAsync($"{Api}/offers/{offers[index]}/acceptance", new { }))));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(49, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from assignments where booking_id = $1", id));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from offers where booking_id = $1 and state = 'ACCEPTED'", id));
    }

    [Fact]
    public async Task One_interpreter_is_never_in_two_places_also_when_both_answers_come_at_once()
    {
        var (account, interpreter) = (await host.MoreInterpretersAsync(1)).Single();
        var first = host.NewRequest();
        var bookings = new List<Guid>();
        foreach (var shift in new[] { 0, 30, 59 })
            bookings.Add(await host.ReceiveAsync(host.NewRequest() with { StartsAt = first.StartsAt.AddMinutes(shift) }));
        var offers = new List<Guid>();
        foreach (var id in bookings)
        {
            await host.ApproveAsync(id);
            offers.AddRange(await host.OfferAsync(id, interpreter));
        }

        var answers = await Task.WhenAll(offers.Select(offer => Task.Run(() => host.ClientFor(account).PostAsync($"{Api}/offers/{offer}/acceptance", new { }))));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.Conflict).ToList();
        Assert.Equal(2, refused.Count);
        Assert.All(refused, answer => Assert.Equal("OVERLAP", answer.Json["guard"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_overlap()
    {
        var id = await host.ConfirmedAsync();
        var free = await host.ReceiveAsync(host.NewRequest());
        var clash = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.QueryAsync("""
            insert into assignments (id, booking_id, interpreter_id, case_ref, occupied_from, occupied_until, active, accepted_at)
            select gen_random_uuid(), $2, interpreter_id, case_ref, occupied_from + interval '1 minute', occupied_until, true, accepted_at
            from assignments where booking_id = $1
            """, id, free));
        Assert.Equal("ex_assignments_no_overlap", clash.ConstraintName);
    }

    [Fact]
    public async Task A_busy_interpreter_is_no_candidate_and_cannot_be_asked()
    {
        var taken = host.NewRequest();
        await host.ConfirmedAsync(taken);
        var id = await host.ReceiveAsync(host.NewRequest() with { StartsAt = taken.StartsAt.AddMinutes(30) });
        await host.ApproveAsync(id);
        var rana = await host.InterpreterIdAsync("pool-01");
        var candidate = (await host.Desk.CallAsync($"{Api}/requests/{id}/candidates")).Json["items"]!.AsArray()
            .Single(found => found!["interpreterId"]!.GetValue<Guid>() == rana)!;
        Assert.Equal(["OVERLAP"], candidate["reasonsAgainst"]!.AsArray().Select(reason => reason!["code"]!.GetValue<string>()));
        var refused = (await host.Desk.PostAsync($"{Api}/requests/{id}/offers", new { interpreterIds = new[] { rana } })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("NOT_ELIGIBLE", refused.Json["guard"]!.GetValue<string>());
        Assert.Equal("BEWILLIGT", await host.StateAsync(id));
    }

    [Fact]
    public async Task A_talk_that_was_brought_forward_no_longer_takes_its_planned_time()
    {
        var planned = host.NewRequest();
        var id = await host.ConfirmedAsync(planned);
        (await host.Rana.PostAsync($"{Api}/requests/{id}/completion", InterpretersHost.Proof())).Expect(HttpStatusCode.OK);
        await host.ConfirmedAsync(host.NewRequest() with { StartsAt = planned.StartsAt });
    }

    [Fact]
    public async Task An_answer_may_come_without_a_body()
    {
        var (id, offer) = await OfferedAsync();
        (await host.Rana.CallAsync(HttpMethod.Post, $"{Api}/offers/{offer}/acceptance")).Expect(HttpStatusCode.OK);
        Assert.Equal("ZUGESAGT", await host.StateAsync(id));
    }

    [Fact]
    public async Task Work_for_the_same_case_counts_for_an_interpreter()
    {
        var first = host.NewRequest();
        await host.ConfirmedAsync(first);
        var id = await host.ReceiveAsync(host.NewRequest() with { CaseRef = first.CaseRef });
        var items = (await host.Desk.CallAsync($"{Api}/requests/{id}/candidates")).Json["items"]!.AsArray();
        Assert.Equal("Rana H.", items[0]!["displayName"]!.GetValue<string>());
        Assert.Contains(items[0]!["reasonsFor"]!.AsArray(), reason => reason!["code"]!.GetValue<string>() == "CONTINUITY");
    }

    [Fact]
    public async Task An_expired_offer_is_a_conflict()
    {
        var (id, offer) = await OfferedAsync();
        await host.QueryAsync("update offers set respond_by = now() - interval '1 second' where id = $1", offer);
        var answer = (await host.Rana.PostAsync($"{Api}/offers/{offer}/acceptance", new { })).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
        Assert.Equal("OFFER_EXPIRED", answer.Json["guard"]!.GetValue<string>());
        Assert.Equal("ANGEBOTEN", await host.StateAsync(id));
        await host.OfferAsync(id, await host.InterpreterIdAsync("pool-01"));
    }

    [Fact]
    public async Task A_refusal_needs_no_reason_and_the_desk_may_ask_others()
    {
        var (id, offer) = await OfferedAsync();
        Assert.Equal("REFUSED", (await host.Rana.PostAsync($"{Api}/offers/{offer}/refusal", new { })).Expect(HttpStatusCode.OK).Json["state"]!.GetValue<string>());
        (await host.Rana.PostAsync($"{Api}/offers/{offer}/acceptance", new { })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("ANGEBOTEN", await host.StateAsync(id));
        var other = (await host.MoreInterpretersAsync(1)).Single();
        var second = (await host.OfferAsync(id, other.Id)).Single();
        (await host.ClientFor(other.Account).PostAsync($"{Api}/offers/{second}/acceptance", new { })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_open_offer_is_not_sent_twice_and_the_time_to_answer_lies_ahead()
    {
        var (id, _) = await OfferedAsync();
        var rana = await host.InterpreterIdAsync("pool-01");
        var again = (await host.Desk.PostAsync($"{Api}/requests/{id}/offers", new { interpreterIds = new[] { rana } })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("ALREADY_OFFERED", again.Json["guard"]!.GetValue<string>());
        (await host.Desk.PostAsync($"{Api}/requests/{id}/offers", new { interpreterIds = new[] { rana }, respondBy = TimeProvider.System.GetUtcNow().AddSeconds(-1) }))
            .ExpectProblem(HttpStatusCode.BadRequest, "respond-by-in-past");
        (await host.Desk.PostAsync($"{Api}/requests/{id}/offers", new { interpreterIds = new[] { Guid.NewGuid() } }))
            .ExpectProblem(HttpStatusCode.BadRequest, "interpreter-unknown");
    }

    [Fact]
    public async Task Another_interpreters_offer_does_not_exist()
    {
        var (_, offer) = await OfferedAsync();
        var other = host.ClientFor((await host.MoreInterpretersAsync(1)).Single().Account);
        (await other.PostAsync($"{Api}/offers/{offer}/acceptance", new { })).Expect(HttpStatusCode.NotFound);
        (await other.PostAsync($"{Api}/offers/{offer}/refusal", new { })).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await other.CallAsync($"{Api}/offers/mine")).Json["items"]!.AsArray());
        var confirmed = await host.ConfirmedAsync();
        (await other.PostAsync($"{Api}/requests/{confirmed}/completion", InterpretersHost.Proof())).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await other.CallAsync($"{Api}/assignments/mine")).Json["items"]!.AsArray());
    }

    private async Task<(Guid Id, Guid Offer)> OfferedAsync()
    {
        var id = await host.ReceiveAsync(host.NewRequest());
        await host.ApproveAsync(id);
        return (id, (await host.OfferAsync(id, await host.InterpreterIdAsync("pool-01"))).Single());
    }
}
