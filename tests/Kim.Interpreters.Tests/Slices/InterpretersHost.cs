using Kim.Contracts.Cases;
using Kim.Contracts.Vocabulary;

namespace Kim.Interpreters.Tests.Slices;

/// <summary>The service with the profile of the Kreis, and what tests do with it again and again.</summary>
public class InterpretersHost : ServiceHost<Program>
{
    private int _days = 6;

    public InterpretersHost() : base("interpreters") => Profile = Repository.Profile;

    public HttpClient Desk => ClientFor(TestAccounts.PoolDesk);

    /// <summary>The interpreter pool-01 of the profile (Rana H., level 3, Arabic, every day 8 to 20).</summary>
    public HttpClient Rana => ClientFor(TestAccounts.Interpreter);

    /// <summary>A request for a talk that pool-01 can take; each on a day of its own, 10:00 UTC.</summary>
    public InterpreterRequested NewRequest() => new()
    {
        BookingRef = Guid.NewGuid(),
        Version = 1,
        CaseRef = Guid.NewGuid(),
        Language = "ara",
        Mode = "ON_SITE",
        StartsAt = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(Interlocked.Increment(ref _days)).AddHours(10),
        DurationMinutes = 60,
        Ags = TestAccounts.AgsCoesfeld,
        MeetingPlace = "Rathaus, Zimmer 12",
        ContactPosition = "cm-1",
        TopicClass = "COUNSELLING",
        RequiredLevel = 1,
        GenderRequired = false,
    };

    /// <summary>Publishes a request and waits until the desk has it; answers the pool's id.</summary>
    public async Task<Guid> ReceiveAsync(InterpreterRequested request)
    {
        await PublishAsync(request);
        return await IdOfAsync(request.BookingRef);
    }

    public async Task<Guid> IdOfAsync(Guid bookingRef)
    {
        await EventuallyAsync(async () => await Database.ScalarAsync<Guid?>("select id from bookings where booking_ref = $1", bookingRef) is not null, what: "the booking");
        return (await Database.ScalarAsync<Guid?>("select id from bookings where booking_ref = $1", bookingRef))!.Value;
    }

    public async Task<string> StateAsync(Guid id) => (await Database.ScalarAsync<string>("select state from bookings where id = $1", id))!;

    public async Task ApproveAsync(Guid id)
    {
        var etag = (await Desk.CallAsync($"/api/v1/interpreters/requests/{id}")).ETag;
        (await Desk.PostAsync($"/api/v1/interpreters/requests/{id}/review", new { decision = "APPROVE" }, ifMatch: etag)).Expect(HttpStatusCode.OK);
    }

    public async Task<Guid> InterpreterIdAsync(string key) => (await Database.ScalarAsync<Guid?>("select id from interpreters where key = $1", key))!.Value;

    /// <summary>Offers a request; answers the offers' ids in the order of the interpreters.</summary>
    public async Task<IReadOnlyList<Guid>> OfferAsync(Guid id, params Guid[] interpreters)
    {
        var sent = new List<Guid>();
        foreach (var chunk in interpreters.Chunk(20))
        {
            var answer = await Desk.PostAsync($"/api/v1/interpreters/requests/{id}/offers",
                new { interpreterIds = chunk, respondBy = TimeProvider.System.GetUtcNow().AddHours(2) });
            sent.AddRange(answer.Expect(HttpStatusCode.Created).Json["offers"]!.AsArray().Select(offer => Guid.Parse(offer!["id"]!.GetValue<string>())));
        }

        return sent;
    }

    /// <summary>A request that pool-01 has accepted and the desk has confirmed.</summary>
    public async Task<Guid> ConfirmedAsync(InterpreterRequested? request = null)
    {
        var id = await ReceiveAsync(request ?? NewRequest());
        await ApproveAsync(id);
        var offer = (await OfferAsync(id, await InterpreterIdAsync("pool-01"))).Single();
        (await Rana.PostAsync($"/api/v1/interpreters/offers/{offer}/acceptance", new { })).Expect(HttpStatusCode.OK);
        (await Desk.PostAsync($"/api/v1/interpreters/requests/{id}/confirmation", new { })).Expect(HttpStatusCode.OK);
        return id;
    }

    /// <summary>Hours that Rana handed in and the desk verified: ready to be paid.</summary>
    public async Task<Guid> VerifiedAsync(int minutes = 90, int travelMinutes = 0, double km = 0)
    {
        var id = await ConfirmedAsync();
        (await Rana.PostAsync($"/api/v1/interpreters/requests/{id}/completion", Proof(minutes, travelMinutes, km))).Expect(HttpStatusCode.OK);
        (await Desk.PostAsync($"/api/v1/interpreters/requests/{id}/verification", new { })).Expect(HttpStatusCode.OK);
        return id;
    }

    public static object Proof(int minutes = 90, int travelMinutes = 0, double km = 0)
    {
        var end = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        return new { startedAt = end.AddMinutes(-minutes), endedAt = end, travelMinutes, travelKm = km, requesterConfirmedBy = "Frau Muster" };
    }

    /// <summary>Copies of pool-01 with accounts of their own.</summary>
    public async Task<IReadOnlyList<(TestAccount Account, Guid Id)>> MoreInterpretersAsync(int count)
    {
        var made = new List<(TestAccount, Guid)>();
        for (var i = 0; i < count; i++)
        {
            var account = new TestAccount($"copy-{i}", 0, Roles.Interpreter, "ki") { Id = Guid.NewGuid() };
            var id = Guid.NewGuid();
            await AddAccountAsync(account);
            await QueryAsync("""
                insert into interpreters (id, key, account_id, display_name, gender, home_ags, max_distance_km, modes, level, languages, availability,
                  declined_topic_classes, trainings, fuehrungszeugnis_on, secrecy_declared_on, secrecy_version)
                select $1, $2, $3, display_name, gender, home_ags, max_distance_km, modes, level, languages, availability,
                  declined_topic_classes, trainings, fuehrungszeugnis_on, secrecy_declared_on, secrecy_version from interpreters where key = 'pool-01'
                """, id, $"copy-{id:N}", account.Id);
            made.Add((account, id));
        }

        return made;
    }
}
