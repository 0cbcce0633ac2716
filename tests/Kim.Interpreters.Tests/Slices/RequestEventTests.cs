using Kim.Contracts.Cases;

namespace Kim.Interpreters.Tests.Slices;

public sealed class RequestEventTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Api = "/api/v1/interpreters";

    public static TheoryData<string> EveryOrder() =>
        ["1,2,C", "1,C,2", "2,1,C", "2,C,1", "C,1,2", "C,2,1", "1,1,2,2,C,C", "C,C,2,2,1,1", "2,1,2,C,1,C"];

    [Theory]
    [MemberData(nameof(EveryOrder))]
    public async Task Any_order_and_number_of_deliveries_ends_alike(string order)
    {
        var first = host.NewRequest();
        var second = first with { Version = 2, DurationMinutes = 120 };
        var cancelled = new InterpreterRequestCancelled { BookingRef = first.BookingRef, Version = 3, CancelledAt = TimeProvider.System.GetUtcNow() };
        foreach (var step in order.Split(','))
            await DeliverAsync(step switch { "1" => first, "2" => second, _ => cancelled });

        var row = (await host.QueryAsync("select state, duration_minutes, request_version, cancelled_at from bookings where booking_ref = $1", first.BookingRef)).Single();
        Assert.Equal("STORNIERT", row["state"]);
        Assert.NotNull(row["cancelled_at"]);
        // A newer version that comes after the end tells nothing new: both end cancelled.
        Assert.Contains(row["request_version"], new object?[] { 1L, 2L });
    }

    [Fact]
    public async Task A_cancellation_before_its_request_ends_it()
    {
        var request = host.NewRequest();
        await DeliverAsync(new InterpreterRequestCancelled { BookingRef = request.BookingRef, Version = 2, CancelledAt = TimeProvider.System.GetUtcNow() });
        var id = await host.ReceiveAsync(request);
        Assert.Equal("STORNIERT", await host.StateAsync(id));
        var etag = (await host.Desk.CallAsync($"{Api}/requests/{id}")).ETag;
        var refused = (await host.Desk.PostAsync($"{Api}/requests/{id}/review", new { decision = "APPROVE" }, ifMatch: etag)).Expect(HttpStatusCode.Conflict);
        Assert.Equal("STATE_STORNIERT", refused.Json["guard"]!.GetValue<string>());
        Assert.Empty(refused.Json["allowed"]!.AsArray());
    }

    [Fact]
    public async Task The_same_message_twice_has_one_effect()
    {
        var (request, message) = (host.NewRequest(), Guid.CreateVersion7());
        await host.PublishAsync(request, message);
        await host.PublishAsync(request, message);
        var marker = host.NewRequest();
        await host.ReceiveAsync(marker);
        await host.IdOfAsync(request.BookingRef);
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from bookings where booking_ref = $1", request.BookingRef));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select version from bookings where booking_ref = $1", request.BookingRef));
    }

    [Fact]
    public async Task A_request_and_its_cancellation_at_the_same_moment_see_each_other()
    {
        var pairs = Enumerable.Range(0, 15).Select(_ => host.NewRequest()).ToList();
        await Task.WhenAll(pairs.SelectMany(request => new[]
        {
            host.PublishAsync(request),
            host.PublishAsync(new InterpreterRequestCancelled { BookingRef = request.BookingRef, Version = 2, CancelledAt = TimeProvider.System.GetUtcNow() }),
        }));
        var refs = pairs.Select(pair => pair.BookingRef).ToArray();
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>(
            "select count(*) from bookings where booking_ref = any($1) and state = 'STORNIERT'", refs) == 15, what: "all cancelled");
    }

    [Fact]
    public async Task A_cancellation_frees_the_interpreters_time()
    {
        var request = host.NewRequest();
        var id = await host.ConfirmedAsync(request);
        await DeliverAsync(new InterpreterRequestCancelled { BookingRef = request.BookingRef, Version = 2, CancelledAt = TimeProvider.System.GetUtcNow() });
        Assert.Equal("STORNIERT", await host.StateAsync(id));
        var again = await host.ConfirmedAsync(host.NewRequest() with { StartsAt = request.StartsAt });
        Assert.Equal("BESTAETIGT", await host.StateAsync(again));
    }

    [Fact]
    public async Task A_changed_request_starts_again_and_the_old_acceptance_no_longer_binds()
    {
        var request = host.NewRequest();
        var id = await host.ConfirmedAsync(request);
        await DeliverAsync(request with { Version = 2, StartsAt = request.StartsAt.AddHours(3) });
        Assert.Equal("EINGEGANGEN", await host.StateAsync(id));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from assignments where booking_id = $1 and active", id));
        (await host.Rana.PostAsync($"{Api}/requests/{id}/completion", InterpretersHost.Proof())).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_the_proof_a_cancellation_comes_too_late()
    {
        var request = host.NewRequest();
        var id = await host.ConfirmedAsync(request);
        (await host.Rana.PostAsync($"{Api}/requests/{id}/completion", InterpretersHost.Proof())).Expect(HttpStatusCode.OK);
        await DeliverAsync(new InterpreterRequestCancelled { BookingRef = request.BookingRef, Version = 2, CancelledAt = TimeProvider.System.GetUtcNow() });
        Assert.Equal("NACHWEIS_EINGEREICHT", await host.StateAsync(id));
    }

    /// <summary>Publishes and waits until the service has dealt with it, so that the order of deliveries is the test's.</summary>
    private async Task DeliverAsync(object message)
    {
        var id = Guid.CreateVersion7();
        if (message is InterpreterRequested request) await host.PublishAsync(request, id);
        else await host.PublishAsync((InterpreterRequestCancelled)message, id);
        await host.EventuallyAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from inbox where message_id = $1", id) == 1, what: "the inbox");
    }
}
