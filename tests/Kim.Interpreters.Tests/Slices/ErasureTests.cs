using Kim.Contracts.Cases;

namespace Kim.Interpreters.Tests.Slices;

/// <summary>What the pool does when a person is erased at cases, and what it tells a person that asks.</summary>
public sealed class ErasureTests(InterpretersHost host) : IClassFixture<InterpretersHost>
{
    private const string Place = "Zzpflanzort, Zimmer 7";

    [Fact]
    public async Task A_talk_that_was_not_worked_goes_whole()
    {
        var request = host.NewRequest() with { MeetingPlace = Place };
        await host.ConfirmedAsync(request);
        await EraseAsync(request.CaseRef, request.BookingRef);
        await NothingAsync(request);
    }

    [Fact]
    public async Task Hours_that_were_worked_stay_for_the_accounts_without_a_person()
    {
        var id = await host.VerifiedAsync();
        var row = (await host.QueryAsync("select booking_ref, case_ref from bookings where id = $1", id))[0];
        var (booking, of) = ((Guid)row["booking_ref"]!, (Guid)row["case_ref"]!);
        await EraseAsync(of, booking);

        var dump = await host.Database.DumpAsync("audit");
        Assert.DoesNotContain(booking.ToString(), dump, StringComparison.Ordinal);
        Assert.DoesNotContain(of.ToString(), dump, StringComparison.Ordinal);
        Assert.Equal("", await host.Database.ScalarAsync<string>("select meeting_place from bookings where id = $1", id));
        (await host.Desk.PostAsync($"/api/v1/interpreters/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK);
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from settlements where booking_id = $1", id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_that_comes_after_the_erasure_brings_nothing_back(bool twice)
    {
        var request = host.NewRequest() with { MeetingPlace = Place };
        await EraseAsync(request.CaseRef, request.BookingRef);
        foreach (var version in twice ? new[] { 1L, 2L } : [1L])
            await HandledAsync(message => host.PublishAsync(request with { Version = version }, message));
        await HandledAsync(message => host.PublishAsync(new InterpreterRequestCancelled { BookingRef = request.BookingRef, Version = 3, CancelledAt = TimeProvider.System.GetUtcNow() }, message));
        await NothingAsync(request);
    }

    [Fact]
    public async Task The_copy_holds_every_column_and_no_other_person()
    {
        var id = await host.VerifiedAsync();
        (await host.Desk.PostAsync($"/api/v1/interpreters/requests/{id}/settlement", new { })).Expect(HttpStatusCode.OK);
        var of = (await host.Database.ScalarAsync<Guid?>("select case_ref from bookings where id = $1", id))!.Value;
        var answer = (await host.ClientForScope("cases", "interpreters:person-data").PostAsync("/api/v1/interpreters/person-data", new { references = new[] { of } })).Expect(HttpStatusCode.OK);

        Assert.Contains("Rathaus, Zimmer 12", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["bookings", "offers", "assignments", "settlements", "settlement_lines"], answer.Json["tables"]!.AsArray().Select(table => table!["name"]!.GetValue<string>()));
        Assert.DoesNotContain("Frau Muster", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await host.InterpreterIdAsync("pool-01")).ToString(), answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Json["tables"]!.AsArray(), table => Assert.All(table!["rows"]!.AsArray(), row => Assert.Equal(
            table["labels"]!.AsObject().Select(label => label.Key).Order(StringComparer.Ordinal), row!.AsObject().Select(column => column.Key).Order(StringComparer.Ordinal))));
        Assert.Contains(answer.Json["accesses"]!.AsArray(), access => access!["operation"]!.GetValue<string>() == "SettleAssignment");

        foreach (var account in TestAccounts.All)
            (await host.ClientFor(account).PostAsync("/api/v1/interpreters/person-data", new { references = new[] { of } })).Expect(HttpStatusCode.Forbidden);
        (await host.ClientForScope("cases", "interpreters:other").PostAsync("/api/v1/interpreters/person-data", new { references = new[] { of } })).Expect(HttpStatusCode.Forbidden);
    }

    private async Task EraseAsync(params Guid[] references)
    {
        foreach (var reference in references)
            await HandledAsync(message => host.PublishAsync(new InterpretersReferenceErased { Reference = reference, Version = 1 }, message));
    }

    private async Task HandledAsync(Func<Guid, Task> publish)
    {
        var message = Guid.NewGuid();
        await publish(message);
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", message)).Count == 1, what: "the event to be dealt with");
    }

    private async Task NothingAsync(InterpreterRequested request)
    {
        var dump = await host.Database.DumpAsync("audit");
        foreach (var text in new[] { request.BookingRef.ToString(), request.CaseRef.ToString(), Place }) Assert.DoesNotContain(text, dump, StringComparison.OrdinalIgnoreCase);
    }
}
