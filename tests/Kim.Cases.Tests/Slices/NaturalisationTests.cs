using System.Text.Json.Nodes;
using Kim.Cases.Data;
using Kim.Cases.Features;
using Kim.Cases.Reference;
using Kim.Cases.Tests.Domain;
using Kim.Contracts.Cases;
using Kim.Contracts.Naturalisation;
using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kim.Cases.Tests.Slices;

/// <summary>From the case to the EBH and back: referral, disclosure under a consent, and what the procedure reports.</summary>
public sealed class NaturalisationTests(CasesHost host) : IClassFixture<CasesHost>
{
    private const string Scope = "cases:consented-facts";

    [Fact]
    public async Task A_referral_needs_a_consent_that_names_the_EBH_and_tells_naturalisation_an_id_alone()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        await desk.ConsentAsync(id);
        var refused = (await desk.Http.PostAsync(CaseDesk.Url(id, "/naturalisation-referrals"), new { })).ExpectProblem(HttpStatusCode.Conflict, "consent-missing");
        Assert.Equal("CONSENT_EBH", refused.Json["guard"]!.GetValue<string>());
        await desk.EbhConsentAsync(id, ["STAMMDATEN"]);
        refused = (await desk.Http.PostAsync(CaseDesk.Url(id, "/naturalisation-referrals"), new { })).ExpectProblem(HttpStatusCode.Conflict, "data-categories-missing");
        Assert.Equal("DATA_CATEGORIES", refused.Json["guard"]!.GetValue<string>());
        Assert.Contains("AUFENTHALT", refused.Text, StringComparison.Ordinal);

        var consent = await desk.EbhConsentAsync(id);
        var referral = await desk.ReferAsync(id);
        var told = await host.WaitForEventAsync<NaturalisationReferred>(found => found.ReferralId == referral);
        Assert.Equal((4, 1L, GermanDay.Of(TimeProvider.System.GetUtcNow())), (referral.Version, told.Version, told.ReferredOn));
        (await desk.Http.PostAsync(CaseDesk.Url(id, "/naturalisation-referrals"), new { })).ExpectProblem(HttpStatusCode.Conflict, "referral-open");

        var shown = await ShownAsync(id);
        Assert.Equal((referral, "REFERRED", consent), (shown["id"]!.GetValue<Guid>(), shown["state"]!.GetValue<string>(), shown["consentId"]!.GetValue<Guid>()));
        Assert.Empty(shown["steps"]!.AsArray());
        (await host.DeskOf(TestAccounts.OtherCaseManager).Http.PostAsync(CaseDesk.Url(id, "/naturalisation-referrals"), new { })).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_client_reads_exactly_what_was_consented_and_the_look_is_on_record()
    {
        var (id, consent, referral) = await ReferredAsync(["STAMMDATEN", "AUFENTHALT"]);
        await host.Desk.AddAsync(id, "/nationalities", new { country = "SYR", validFrom = "1990-05-01" });
        var period = await host.Desk.AddAsync(id, "/residence-periods", new { status = "GESTATTUNG", validFrom = "2018-03-01", issuingAuthority = "ABH Kreis Coesfeld" });
        await host.Desk.DoAsync(id, $"/residence-periods/{period}/end", new { validUntil = "2019-02-01" });
        await host.Desk.AddAsync(id, "/residence-periods", new { status = "AE_25_2_F", validFrom = "2019-02-01" });

        var facts = (await FactsAsync(referral)).Expect(HttpStatusCode.OK);
        var expected = $$$"""
            {"referralId":"{{{referral}}}","consentId":"{{{consent}}}","consentValidUntil":"2099-01-01","dataCategories":["AUFENTHALT","STAMMDATEN"],"facts":{"birthDate":"1990-05-01","nationalities":[{"country":"SYR","from":"1990-05-01","until":null}],"residencePeriods":[{"status":"GESTATTUNG","from":"2018-03-01","until":"2019-02-01","issuedBy":"ABH Kreis Coesfeld"},{"status":"AE_25_2_F","from":"2019-02-01","until":null,"issuedBy":null}],"ags":"05558012","familyStatus":null}}
            """;
        Assert.Equal(expected, facts.Text);
        var rows = await host.QueryAsync("select roles from audit where operation = 'ReadConsentedFacts' and action = 'READ' and subject = 'case' and subject_id = $1 and account_id = $2", id, ClientActor.IdOf("naturalisation"));
        Assert.Equal(["scope:" + Scope], (string[])Assert.Single(rows)["roles"]!);
    }

    [Fact]
    public async Task A_category_that_was_not_consented_stays_out()
    {
        var (id, _, referral) = await ReferredAsync(["STAMMDATEN", "AUFENTHALT", "FAMILIE"]);
        await host.Desk.AddAsync(id, "/nationalities", new { country = "SYR" });
        await host.Desk.AddAsync(id, "/residence-periods", new { status = "NE_9", validFrom = "2019-02-01" });
        await host.QueryAsync("update consents set data_categories = array['AUFENTHALT'] where case_id = $1", id);
        var json = (await FactsAsync(referral)).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(["AUFENTHALT"], json["dataCategories"]!.AsArray().Select(code => code!.GetValue<string>()));
        Assert.Null(json["facts"]!["birthDate"]);
        Assert.Null(json["facts"]!["ags"]);
        Assert.Empty(json["facts"]!["nationalities"]!.AsArray());
        Assert.Single(json["facts"]!["residencePeriods"]!.AsArray());
        await host.QueryAsync("update consents set data_categories = array['STAMMDATEN'] where case_id = $1", id);
        Assert.Empty((await FactsAsync(referral)).Json["facts"]!["residencePeriods"]!.AsArray());
    }

    [Fact]
    public async Task A_withdrawn_consent_ends_the_disclosure_at_once_and_naturalisation_is_told()
    {
        var (id, consent, referral) = await ReferredAsync();
        await host.Desk.DoAsync(id, $"/consents/{consent}/revocation");
        (await FactsAsync(referral)).ExpectProblem(HttpStatusCode.Forbidden, "consent-withdrawn");
        var told = await host.WaitForEventAsync<ConsentWithdrawn>(found => found.Reference == referral);
        Assert.Equal(2, told.Version);
        Assert.Equal("CONSENT_ENDED", (await ShownAsync(id))["state"]!.GetValue<string>());
        await host.Desk.DoAsync(id, $"/consents/{consent}/revocation");
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from outbox where type = 'kim.cases.consent-withdrawn' and aggregate_id = $1", referral));
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'REFUSED' and operation = 'ReadConsentedFacts' and subject_id = $1", referral));

        await host.Desk.EbhConsentAsync(id);
        var again = await host.Desk.ReferAsync(id);
        (await FactsAsync(again)).Expect(HttpStatusCode.OK);
        (await FactsAsync(referral)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_consent_that_ran_out_is_told_by_the_calendar_once()
    {
        var (id, consent, referral) = await ReferredAsync();
        var today = GermanDay.Of(TimeProvider.System.GetUtcNow());
        await host.QueryAsync("update consents set valid_until = $2 where id = $1", consent, today.AddDays(1));
        await SettleAsync();
        (await FactsAsync(referral)).Expect(HttpStatusCode.OK);
        await host.QueryAsync("update consents set valid_until = $2 where id = $1", consent, today);
        (await FactsAsync(referral)).ExpectProblem(HttpStatusCode.Forbidden, "consent-expired");
        await Task.WhenAll(SettleAsync(), SettleAsync());
        var told = await host.WaitForEventAsync<ConsentWithdrawn>(found => found.Reference == referral);
        Assert.Equal((2L, GermanDay.StartOf(today)), (told.Version, told.WithdrawnAt));
        await SettleAsync();
        await host.Desk.DoAsync(id, $"/consents/{consent}/revocation");
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from outbox where type = 'kim.cases.consent-withdrawn' and aggregate_id = $1", referral));
    }

    [Fact]
    public async Task A_case_recorded_by_mistake_takes_its_referral_back()
    {
        var (id, _, referral) = await ReferredAsync();
        (await host.Desk.StepAsync(id, "ABGESCHLOSSEN", "FEHLERFASSUNG")).Expect(HttpStatusCode.OK);
        await host.WaitForEventAsync<ConsentWithdrawn>(found => found.Reference == referral);
        (await FactsAsync(referral)).ExpectProblem(HttpStatusCode.Forbidden, "consent-withdrawn");
    }

    [Fact]
    public async Task The_door_opens_to_the_client_with_the_scope_alone()
    {
        var (_, _, referral) = await ReferredAsync();
        foreach (var account in TestAccounts.All) (await host.ClientFor(account).CallAsync(Url(referral))).Expect(HttpStatusCode.Forbidden);
        using (var anonymous = host.Anonymous()) (await anonymous.CallAsync(Url(referral))).Expect(HttpStatusCode.Unauthorized);
        (await host.ClientForScope("naturalisation", "cases:something-else").CallAsync(Url(referral))).Expect(HttpStatusCode.Forbidden);
        var client = host.ClientForScope("naturalisation", Scope);
        (await client.CallAsync(Url(Guid.NewGuid()))).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        foreach (var path in new[] { "/cases", "/codes", "/notices", "/offers" }) (await client.CallAsync(CaseDesk.Root + path)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_database_shows_the_client_the_one_case_behind_the_referral_it_names()
    {
        var (id, _, referral) = await ReferredAsync();
        var (other, _, _) = await ReferredAsync();
        foreach (var (table, column) in new[] { ("cases", "id"), ("consents", "case_id"), ("naturalisation_referrals", "case_id"), ("funding_files", "case_id") })
        {
            Assert.Equal((1L, 1L), await SeenAsync(table, column, id, "scope:" + Scope, referral.ToString()));
            Assert.Equal((0L, 1L), await SeenAsync(table, column, other, "scope:" + Scope, referral.ToString()));
            Assert.Equal((0L, 0L), await SeenAsync(table, column, id, "scope:" + Scope, ""));
            Assert.Equal((0L, 0L), await SeenAsync(table, column, id, "scope:" + Scope, Guid.NewGuid().ToString()));
            Assert.Equal((0L, 0L), await SeenAsync(table, column, id, "scope:funding:reports", referral.ToString()));
            Assert.Equal((0L, 0L), await SeenAsync(table, column, id, Roles.CaseManager, referral.ToString()));
        }
    }

    [Fact]
    public async Task Every_order_and_repetition_of_the_steps_ends_in_the_same_case()
    {
        var orders = InterpreterRequestTests.Permutations<int>([1, 2, 3, 4]).Take(8).ToList();
        var ends = await Task.WhenAll(orders.Select(PlayAsync));
        Assert.Equal("CONFERRED|STAG_10|COUNSELLING,APPLICATION,DECISION,CONFERRAL|NATURALISATION_APPLICATION,NATURALISATION_CONFERRAL,NATURALISATION_COUNSELLING,NATURALISATION_DECISION", Assert.Single(ends.Distinct()));
        var titles = (await host.Desk.NoticesAsync()).Select(notice => notice!["titleDe"]!.GetValue<string>()).ToList();
        Assert.Contains("Einbürgerung: Der Antrag ist gestellt (STAG_10)", titles);
        Assert.Contains("Einbürgerung: Der Antrag ist bewilligt", titles);
    }

    [Fact]
    public async Task A_step_of_an_unknown_referral_is_kept_and_harms_nobody()
    {
        var unknown = Guid.NewGuid();
        await host.PublishAsync(new CounsellingHeld { ReferralId = unknown, Version = 1, HeldOn = new DateOnly(2026, 11, 1) });
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from naturalisation_steps where referral_id = $1", unknown)).Count == 1);
        Assert.Equal(0L, (await SeenAsync("naturalisation_steps", "referral_id", unknown, Roles.Coordinator, "")).OfCase);
    }

    private async Task<string> PlayAsync(IReadOnlyList<int> order)
    {
        var (id, _, referral) = await ReferredAsync();
        foreach (var step in order.Concat(order.Take(2))) await TellAsync(referral, step);
        var kinds = await Eventually.GetAsync(async () => (await host.Desk.NoticesAsync())
            .Where(notice => notice!["caseId"]!.GetValue<Guid>() == id).Select(notice => notice!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal).ToList(), found => found.Count == 4);
        var shown = await ShownAsync(id);
        return $"{shown["state"]}|{shown["route"]}|{string.Join(',', shown["steps"]!.AsArray().Select(step => step!["kind"]!.GetValue<string>()))}|{string.Join(',', kinds)}";
    }

    private Task TellAsync(Guid referral, int step) => step switch
    {
        1 => host.PublishAsync(new CounsellingHeld { ReferralId = referral, Version = 1, HeldOn = new DateOnly(2026, 11, 2) }),
        2 => host.PublishAsync(new ApplicationFiled { ReferralId = referral, Version = 2, Route = "STAG_10", FiledOn = new DateOnly(2026, 11, 9) }),
        3 => host.PublishAsync(new DecisionMade { ReferralId = referral, Version = 3, Outcome = "GRANTED", DecidedOn = new DateOnly(2026, 11, 16) }),
        _ => host.PublishAsync(new CitizenshipConferred { ReferralId = referral, Version = 4, ConferredOn = new DateOnly(2026, 11, 20) }),
    };

    private async Task<(Guid Case, Guid Consent, Guid Referral)> ReferredAsync(string[]? categories = null)
    {
        var id = await host.Desk.OpenAsync();
        var consent = await host.Desk.EbhConsentAsync(id, categories);
        return (id, consent, await host.Desk.ReferAsync(id));
    }

    private async Task SettleAsync() =>
        await host.Services.GetServices<IHostedService>().OfType<ConsentCalendar>().Single().SettleAsync(TestContext.Current.CancellationToken);

    private static string Url(Guid referral) => $"{CaseDesk.Root}/consented-facts/{referral}";

    private async Task<Answer> FactsAsync(Guid referral) => await host.ClientForScope("naturalisation", Scope).CallAsync(Url(referral));

    private async Task<JsonNode> ShownAsync(Guid id) => (await host.Desk.ReadAsync(id)).Json["naturalisationReferrals"]!.AsArray()[^1]!;

    // How many rows of the case, and how many at all, an actor with this role sees who names this referral.
    private async Task<(long OfCase, long All)> SeenAsync(string table, string column, Guid id, string role, string referral)
    {
        var rows = await host.Database.QueryAsAsync(host.Database.App, $"""
            with scope as materialized (select set_config('kim.scope', 'user', false), set_config('kim.account', '{ClientActor.IdOf("naturalisation")}', false),
                set_config('kim.roles', ',{role},', false), set_config('kim.referral', '{referral}', false))
            select (select count(*) from {table} where {column} = '{id}') as found, (select count(*) from {table}) as total from scope
            """);
        return ((long)rows[0]["found"]!, (long)rows[0]["total"]!);
    }
}
