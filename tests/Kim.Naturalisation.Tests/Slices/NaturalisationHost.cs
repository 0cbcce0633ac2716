using System.Text.Json.Nodes;
using Kim.Contracts.Cases;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>The service with the profile of the Kreis and a stub of cases, and what tests do with it again and again.</summary>
public class NaturalisationHost : ServiceHost<Program>
{
    public const string Api = "/api/v1/naturalisation";

    public NaturalisationHost() : base("naturalisation") => Profile = Repository.Profile;

    public CasesStub Cases { get; } = new();

    public HttpClient Officer => ClientFor(TestAccounts.NaturalisationOfficer);

    public static DateOnly Today => LocalDay.Of(TimeProvider.System.GetUtcNow());

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["services:cases:http:0"] = Cases.Address;
        settings["Identity:MetadataAddress"] = Cases.Address + "/.well-known/openid-configuration";
        settings["Identity:Client:Id"] = CasesStub.ClientId;
        settings["Identity:Client:Secret"] = CasesStub.Secret;
    }

    public override async ValueTask InitializeAsync()
    {
        await Cases.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Cases.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>All the officer can know of somebody against whom nothing speaks.</summary>
    public static JsonObject GoodFacts() => JsonNode.Parse("""
        { "identityClarified": "YES", "nationalityClarified": "YES", "fdgoSignedOn": "2024-01-01", "histSignedOn": "2024-01-01", "absences": [],
          "integrationCoursePassed": true, "specialAchievements": [], "livelihood": { "secured": true, "benefits": [], "fullTimeNow": true, "fullTimeMonths": 24 },
          "renunciationWilling": true, "convictions": [], "investigations": [], "language": { "certificate": "B1", "writing": "B1" }, "test": { "points": 30 },
          "extremismFindings": false, "polygamous": false, "disregardsEquality": false, "fraudFindings": [] }
        """)!.AsObject();

    /// <summary>A referral that has arrived.</summary>
    public async Task<Guid> ReferAsync(long version = 1, Guid? id = null)
    {
        var referral = id ?? Guid.NewGuid();
        await PublishAsync(new NaturalisationReferred { ReferralId = referral, Version = version, ReferredOn = Today.AddDays(-30) });
        await EventuallyAsync(async () => await Database.ScalarAsync<long?>("select referred_version from referrals where id = $1", referral) >= version, what: "the referral");
        return referral;
    }

    /// <summary>A referral with pulled facts.</summary>
    public async Task<Guid> PulledAsync(string status = "AE_18B", string from = "2015-05-10")
    {
        var id = await ReferAsync();
        Cases.Disclose(id, status: status, from: from);
        (await Officer.PostAsync($"{Api}/referrals/{id}/facts", new { })).Expect(HttpStatusCode.Created);
        return id;
    }

    public async Task WithdrawAsync(Guid id, long version = 2)
    {
        await PublishAsync(new ConsentWithdrawn { Reference = id, Version = version, WithdrawnAt = TimeProvider.System.GetUtcNow() });
        await EventuallyAsync(async () => await Database.ScalarAsync<long?>("select withdrawn_version from referrals where id = $1", id) >= version, what: "the withdrawal");
    }

    public async Task<Answer> CheckAsync(Guid id, DateOnly? day = null, JsonObject? facts = null) =>
        await Officer.PostAsync($"{Api}/referrals/{id}/checks", new { decisionOn = day ?? Today, facts = facts ?? GoodFacts() });

    /// <summary>A step of the procedure on the version that was just read.</summary>
    public async Task<Answer> StepAsync(Guid id, string step, object body)
    {
        var etag = (await Officer.CallAsync($"{Api}/referrals/{id}")).Expect(HttpStatusCode.OK).ETag;
        return await Officer.PostAsync($"{Api}/referrals/{id}/{step}", body, ifMatch: etag);
    }

    /// <summary>A procedure with an application and a check.</summary>
    public async Task<Guid> AppliedAsync(JsonObject? facts = null)
    {
        var id = await PulledAsync();
        (await StepAsync(id, "counselling", new { heldOn = Today.AddDays(-20) })).Expect(HttpStatusCode.OK);
        (await StepAsync(id, "application", new { route = "STAG_10", filedOn = Today.AddDays(-10) })).Expect(HttpStatusCode.OK);
        (await CheckAsync(id, facts: facts)).Expect(HttpStatusCode.Created);
        return id;
    }

    public static object Grant(DateOnly? on = null) => new { outcome = "GRANTED", decidedOn = on ?? Today, reason = "Alle Voraussetzungen liegen vor.", interviewOn = Today.AddDays(-2) };
}
