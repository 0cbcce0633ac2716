using System.Text.Json.Nodes;
using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Network;

namespace Kim.Cases.Tests.Slices;

/// <summary>The main job of a case, from the first contact to the closing, as the case manager does it.</summary>
public sealed class MainJobTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_case_goes_its_whole_way_from_request_to_closing()
    {
        var desk = host.Desk;
        var opened = (await desk.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening())).Expect(HttpStatusCode.Created);
        var id = opened.Id;
        Assert.Matches(@"^KIM-\d{4}-\d{6}$", opened.Json["number"]!.GetValue<string>());
        Assert.Equal("ANFRAGE", opened.Json["phase"]!.GetValue<string>());
        Assert.Equal(CaseDesk.Url(id), opened.Response.Headers.Location!.ToString());
        Assert.NotNull(opened.ETag);

        await StepAsync(id, "KLAERUNG");
        await GuardAsync(id, "ASSESSMENT", "CONSENT_VALID", "ABGESCHLOSSEN");
        await desk.ConsentAsync(id);
        await GuardAsync(id, "ASSESSMENT", "INDICATION", "ABGESCHLOSSEN");
        await desk.IndicateAsync(id);
        await StepAsync(id, "ASSESSMENT");
        await GuardAsync(id, "HILFEPLANUNG", "DOMAINS_RATED", "ABGESCHLOSSEN");
        await desk.AssessAsync(id);
        await StepAsync(id, "HILFEPLANUNG");

        var offer = await OfferAsync("Wohnungslotsen");
        var need = await desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = "Sucht seit einem Jahr" });
        var goal = (await desk.Http.PostAsync(CaseDesk.Url(id, "/goals"), new
        {
            title = "Eigene Wohnung", needId = need, dueOn = "2027-06-01", measure = new { title = "Lotsen", offerId = offer, responsible = "cm-1", dueOn = "2027-01-01" },
        })).Expect(HttpStatusCode.Created);
        await GuardAsync(id, "LINKING", "PLAN_AGREED", "ABGESCHLOSSEN");
        await desk.PutAsync(id, "/plan-agreement", new { agreedOn = "2026-11-01" });
        await StepAsync(id, "LINKING");
        await GuardAsync(id, "MONITORING", "MEASURE_STARTED");
        await desk.DoAsync(id, $"/measures/{goal.Json["measureId"]!.GetValue<Guid>()}/start");
        await StepAsync(id, "MONITORING");
        await GuardAsync(id, "ABGESCHLOSSEN", "GOALS_RATED", "ASSESSMENT", "HILFEPLANUNG");
        await desk.PutAsync(id, $"/goals/{goal.Id}/attainment", new { score = 4 });
        await GuardAsync(id, "ABGESCHLOSSEN", "CLOSURE_REASON", "ASSESSMENT", "HILFEPLANUNG", "ABGESCHLOSSEN");
        (await desk.StepAsync(id, "ABGESCHLOSSEN", "ZIELE_ERREICHT")).Expect(HttpStatusCode.OK);

        var closed = (await desk.ReadAsync(id)).Json;
        Assert.Equal("ZIELE_ERREICHT", closed["closure"]!["reason"]!.GetValue<string>());
        Assert.Equal("Wohnungslotsen", closed["goals"]![0]!["measures"]![0]!["offerTitle"]!.GetValue<string>());
        Assert.Equal(6, closed["phaseChanges"]!.AsArray().Count);
        (await desk.Http.PostAsync(CaseDesk.Url(id, "/needs"), new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = "x" }))
            .ExpectProblem(HttpStatusCode.Conflict, "case-closed");
    }

    [Fact]
    public async Task An_interpreter_is_requested_confirmed_and_settled_even_when_the_settlement_comes_first()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var requestId = await desk.InterpreterAsync(id);
        var asked = await host.WaitForEventAsync<InterpreterRequested>(found => found.Language == "ara" && found.RequiredLevel == 2);
        Assert.Equal(("apc", "ON_SITE", 60, "cm-1", 1L), (asked.Dialect, asked.Mode, asked.DurationMinutes, asked.ContactPosition, asked.Version));
        Assert.NotEqual(id, asked.CaseRef);
        Assert.NotEqual(requestId, asked.BookingRef);
        Assert.Equal(4, asked.BookingRef.Version);
        Assert.Equal(4, asked.CaseRef.Version);

        await host.PublishAsync(new AssignmentSettled
        {
            BookingRef = asked.BookingRef, Version = 4, Minutes = 95, RateRule = "borken", RateRuleValidFrom = new DateOnly(2024, 1, 1), SettledOn = new DateOnly(2026, 11, 22),
            Charges = [new PotCharge { Pot = "land-ehrenamt", Kind = "ALLOWANCE", AmountEur = 30.00m }, new PotCharge { Pot = "kreis-pool", Kind = "TRAVEL", AmountEur = 4.20m }],
        });
        await TalkAsync(id, talk => talk["state"]!.GetValue<string>() == "SETTLED");
        await host.PublishAsync(new AssignmentCompleted { BookingRef = asked.BookingRef, Version = 3, Minutes = 90, Mode = "ON_SITE", Language = "ara" });
        await host.PublishAsync(new BookingConfirmed { BookingRef = asked.BookingRef, Version = 2, StartsAt = asked.StartsAt, DurationMinutes = 60, Mode = "ON_SITE", Language = "ara" });
        await host.EventuallyAsync(async () => (await desk.NoticesAsync()).Any(notice => Of(notice!, id, "INTERPRETER_CONFIRMED")));

        var talk = await TalkAsync(id, _ => true);
        Assert.Equal(("SETTLED", 95, 34.20m), (talk["state"]!.GetValue<string>(), talk["minutes"]!.GetValue<int>(), talk["settledEur"]!.GetValue<decimal>()));
        Assert.Equal(2, talk["charges"]!.AsArray().Count);
        Assert.Equal("Sprachmittlung bestätigt (ara)", (await desk.NoticesAsync()).First(notice => Of(notice!, id, "INTERPRETER_CONFIRMED"))!["titleDe"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_booking_of_nobody_is_dealt_with_and_does_no_harm()
    {
        var messageId = Guid.NewGuid();
        await host.PublishAsync(new BookingDeclined { BookingRef = Guid.NewGuid(), Version = 1, Reason = "LEAD_TIME" }, messageId);
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", messageId)).Count == 1);
        Assert.Empty(await host.QueryAsync("select 1 from parked_messages"));
    }

    [Fact]
    public async Task A_cancelled_request_tells_the_pool_with_a_higher_version()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var requestId = await desk.AddAsync(id, "/interpreter-requests", desk.Talk("tir"));
        (await desk.Http.CallAsync(HttpMethod.Post, CaseDesk.Url(id, $"/interpreter-requests/{requestId}/cancellation"))).Expect(HttpStatusCode.NoContent);
        var asked = await host.WaitForEventAsync<InterpreterRequested>(found => found.Language == "tir");
        var cancelled = await host.WaitForEventAsync<InterpreterRequestCancelled>(found => found.BookingRef == asked.BookingRef);
        Assert.True(cancelled.Version > asked.Version);
        (await desk.Http.PostAsync(CaseDesk.Url(id, $"/interpreter-requests/{requestId}/cancellation"), new { })).ExpectProblem(HttpStatusCode.Conflict, "request-ended");
    }

    [Fact]
    public async Task Closing_calls_off_talks_and_a_mistake_takes_its_structural_needs_back()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        await desk.AddAsync(id, "/interpreter-requests", desk.Talk("som"));
        var need = await desk.NeedAsync(id);
        (await desk.StepAsync(id, "ABGESCHLOSSEN", "FEHLERFASSUNG")).Expect(HttpStatusCode.OK);
        var asked = await host.WaitForEventAsync<InterpreterRequested>(found => found.Language == "som");
        await host.WaitForEventAsync<InterpreterRequestCancelled>(found => found.BookingRef == asked.BookingRef);
        var withdrawn = await host.WaitForEventAsync<StructuralNeedWithdrawn>(found => found.NeedId == need);
        Assert.Equal(2, withdrawn.Version);
    }

    [Fact]
    public async Task Residence_and_nationality_are_recorded_by_code()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var open = await desk.AddAsync(id, "/residence-periods", new { status = "GESTATTUNG", validFrom = "2022-03-01", identityClarified = "PARTLY" });
        (await desk.Http.PostAsync(CaseDesk.Url(id, "/residence-periods"), new { status = "GESTATTUNG", validFrom = "2023-01-01" })).ExpectProblem(HttpStatusCode.Conflict, "periods-overlap");
        await desk.DoAsync(id, $"/residence-periods/{open}/end", new { validUntil = "2023-09-15" });
        await desk.AddAsync(id, "/residence-periods", new { status = "AE_25_2_F", validFrom = "2023-09-15", issuingAuthority = "ABH Kreis Coesfeld" });
        var warned = (await desk.Http.PostAsync(CaseDesk.Url(id, "/residence-periods"), new { status = "OHNE", validFrom = "2021-01-01" })).ExpectProblem(HttpStatusCode.Conflict, "confirm-ohne");
        Assert.Equal("CONFIRM_OHNE", warned.Json["guard"]!.GetValue<string>());
        await desk.AddAsync(id, "/nationalities", new { country = "SYR" });
        await desk.AddAsync(id, "/nationalities", new { country = "STATELESS" });
        (await desk.Http.PostAsync(CaseDesk.Url(id, "/nationalities"), new { country = "SYR" })).ExpectProblem(HttpStatusCode.Conflict, "nationality-known");

        var read = (await desk.ReadAsync(id)).Json;
        Assert.Equal(["GESTATTUNG", "AE_25_2_F"], read["residencePeriods"]!.AsArray().Select(period => period!["status"]!.GetValue<string>()));
        Assert.Equal("2023-09-15", read["residencePeriods"]![0]!["validUntil"]!.GetValue<string>());
        Assert.Equal(["SYR", "STATELESS"], read["nationalities"]!.AsArray().Select(nationality => nationality!["country"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_newest_version_of_an_offer_wins_and_a_withdrawn_one_cannot_be_planned()
    {
        var id = await OfferAsync("Alter Titel", version: 1);
        await host.PublishAsync(new OfferChanged { OfferId = id, Version = 3, Offer = Facts("Neuer Titel") });
        await host.EventuallyAsync(async () => (await OffersAsync("Neuer Titel")).Count == 1);
        await host.PublishAsync(new OfferChanged { OfferId = id, Version = 2, Offer = Facts("Zwischentitel") });
        var other = Guid.NewGuid();
        await host.PublishAsync(new OfferWithdrawn { OfferId = other, Version = 2 });
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from offers where id = $1 and withdrawn", other)).Count == 1);
        await host.PublishAsync(new OfferPublished { OfferId = other, Version = 1, Offer = Facts("Kommt zu spät") });
        var last = await OfferAsync("Schlusszeichen");
        Assert.Single(await OffersAsync("Neuer Titel"));
        Assert.Empty(await OffersAsync("Zwischentitel"));
        Assert.Empty(await OffersAsync("Kommt zu spät"));

        var desk = host.Desk;
        var caseId = await desk.OpenAsync();
        var goal = await desk.AddAsync(caseId, "/goals", new { title = "Ziel", dueOn = "2027-01-01" });
        await desk.AddAsync(caseId, $"/goals/{goal}/measures", new { title = "Maßnahme", responsible = "cm-1", dueOn = "2027-01-01", offerId = last });
        (await desk.Http.PostAsync(CaseDesk.Url(caseId, $"/goals/{goal}/measures"), new { title = "Maßnahme", responsible = "cm-1", dueOn = "2027-01-01", offerId = other }))
            .ExpectProblem(HttpStatusCode.BadRequest, "unknown-offer");
    }

    private static bool Of(JsonNode notice, Guid caseId, string kind) => notice["caseId"]!.GetValue<Guid>() == caseId && notice["kind"]!.GetValue<string>() == kind;

    private static OfferFacts Facts(string title) => new()
    {
        Key = title, Title = title, Topics = ["WOHNEN"], Ags = [], Languages = ["ara"], Provider = "ki", ProviderName = "KI Kreis Coesfeld",
    };

    private async Task<Guid> OfferAsync(string title, long version = 1)
    {
        var id = Guid.NewGuid();
        await host.PublishAsync(new OfferPublished { OfferId = id, Version = version, Offer = Facts(title) });
        await host.EventuallyAsync(async () => (await OffersAsync(title)).Count == 1, what: title);
        return id;
    }

    private async Task<JsonArray> OffersAsync(string title) =>
        (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/offers?topic=WOHNEN&ags={TestAccounts.AgsDuelmen}&q={Uri.EscapeDataString(title)}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();

    private async Task<JsonNode> TalkAsync(Guid id, Func<JsonNode, bool> accept) => await Eventually.GetAsync(
        async () => (await host.Desk.ReadAsync(id)).Json["interpreterRequests"]![0]!, accept);

    private async Task StepAsync(Guid id, string to) => (await host.Desk.StepAsync(id, to)).Expect(HttpStatusCode.OK);

    private async Task GuardAsync(Guid id, string to, string guard, params string[] allowed)
    {
        var refused = (await host.Desk.StepAsync(id, to)).Expect(HttpStatusCode.Conflict);
        Assert.Equal(guard, refused.Json["guard"]!.GetValue<string>());
        if (allowed.Length > 0) Assert.Equal(allowed, refused.Json["allowed"]!.AsArray().Select(step => step!.GetValue<string>()));
        Assert.NotNull(refused.Json["traceId"]);
    }
}
