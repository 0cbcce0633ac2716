using Kim.Contracts.Cases;
using Kim.Contracts.Naturalisation;
using Kim.ServiceKit.Persons;

namespace Kim.Cases.Tests.Slices;

/// <summary>Erasure and restriction of a person (Art. 17, 18 DSGVO) in the service that owns it.</summary>
public sealed class ErasureTests(CasesHost host) : IClassFixture<CasesHost>
{
    private const string Planted = "Qwlöschpflanze";

    [Fact]
    public async Task Without_a_duty_nothing_of_the_person_stays_and_each_holder_hears_its_own_reference()
    {
        var id = await PlantedAsync();
        var references = await ReferencesAsync(id);
        Assert.Contains(Planted, await host.Database.DumpAsync(), StringComparison.Ordinal);
        (await host.Desk.StepAsync(id, "ABGESCHLOSSEN", "FEHLERFASSUNG")).Expect(HttpStatusCode.OK);

        var answer = (await EraseAsync(TestAccounts.Coordinator, id)).Expect(HttpStatusCode.Accepted);
        Assert.Equal("ERASING", answer.Json["state"]!.GetValue<string>());
        await ErasedAsync(id);
        await ToldAsync(references);
        await NothingLeftAsync(id, references);

        var told = (await EraseAsync(TestAccounts.DataProtectionOfficer, id)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(("ERASED", "NOT_NEEDED"), (told.Json["state"]!.GetValue<string>(), told.Json["reason"]!.GetValue<string>()));
        (await host.Desk.Http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_late_event_brings_nothing_back()
    {
        var id = await PlantedAsync();
        var referral = (await ReferencesAsync(id)).Referral;
        (await host.Desk.StepAsync(id, "ABGESCHLOSSEN", "FEHLERFASSUNG")).Expect(HttpStatusCode.OK);
        (await EraseAsync(TestAccounts.Coordinator, id)).Expect(HttpStatusCode.Accepted);
        await ErasedAsync(id);

        var message = Guid.NewGuid();
        await host.PublishAsync(new CounsellingHeld { ReferralId = referral, Version = 1, HeldOn = new DateOnly(2026, 11, 1) }, message);
        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", message)).Count == 1, what: "the event to be dealt with");
        Assert.Empty(await host.QueryAsync("select 1 from naturalisation_steps where referral_id = $1", referral));
    }

    [Fact]
    public async Task With_a_duty_the_record_is_out_of_sight_and_reason_and_day_are_shown()
    {
        var id = await ManagedAsync();
        (await host.Desk.StepAsync(id, "ABGESCHLOSSEN", "KONTAKTABBRUCH")).Expect(HttpStatusCode.OK);
        var year = TimeProvider.System.GetUtcNow().Year;
        var before = await StateAsync(TestAccounts.Coordinator, id);
        Assert.Equal(("NONE", "CM_FILE", $"{year + 4}-01-01"), Told(before));

        (await EraseAsync(TestAccounts.Coordinator, id)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(("RESTRICTED", "CM_FILE", $"{year + 4}-01-01"), Told(await StateAsync(TestAccounts.Coordinator, id)));
        Assert.Contains("Fallakte", (await StateAsync(TestAccounts.DataProtectionOfficer, id)).Json["dutyDe"]!.GetValue<string>(), StringComparison.Ordinal);

        foreach (var account in new[] { TestAccounts.CaseManager, TestAccounts.Coordinator })
        {
            var http = host.ClientFor(account);
            (await http.CallAsync(CaseDesk.Url(id))).Expect(HttpStatusCode.NotFound);
            Assert.DoesNotContain(id.ToString(), (await http.PostAsync($"{CaseDesk.Root}/cases/searches", new { q = "Gebunden", limit = 200 })).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        }

        (await PackageAsync(TestAccounts.Coordinator, id)).Expect(HttpStatusCode.NotFound);
        (await PackageAsync(TestAccounts.DataProtectionOfficer, id)).Expect(HttpStatusCode.Created);
        Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from cases where id = $1", id));
    }

    [Fact]
    public async Task A_restricted_record_is_erased_on_its_day()
    {
        var id = await ManagedAsync();
        (await host.Desk.StepAsync(id, "ABGESCHLOSSEN", "WEGZUG")).Expect(HttpStatusCode.OK);
        (await EraseAsync(TestAccounts.DataProtectionOfficer, id)).Expect(HttpStatusCode.Accepted);
        await host.QueryAsync("update cases set erase_on = current_date - 1 where id = $1", id);
        await ErasedAsync(id);
        Assert.Equal(0L, await host.Database.ScalarAsync<long>("select count(*) from cases where id = $1", id));
    }

    [Fact]
    public async Task An_open_case_is_closed_first_and_who_erases_names_the_version_it_read()
    {
        var id = await host.Desk.OpenAsync();
        Assert.Equal("CASE_CLOSED", (await EraseAsync(TestAccounts.Coordinator, id)).ExpectProblem(HttpStatusCode.Conflict, "case-open").Json["guard"]!.GetValue<string>());
        var http = host.ClientFor(TestAccounts.Coordinator);
        (await http.PostAsync(CaseDesk.Url(id, "/erasure"), new { reason = "OBJECTION" })).Expect(HttpStatusCode.PreconditionRequired);
        (await http.PostAsync(CaseDesk.Url(id, "/erasure"), new { reason = "OBJECTION" }, ifMatch: "\"1\"")).Expect(HttpStatusCode.PreconditionFailed);
        (await http.PostAsync(CaseDesk.Url(id, "/erasure"), new { reason = "BECAUSE" }, ifMatch: "\"1\"")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_works_on_the_case_neither_erases_it_nor_takes_a_copy()
    {
        var id = await host.Desk.OpenAsync();
        foreach (var account in TestAccounts.All.Where(account => account != TestAccounts.Coordinator && account != TestAccounts.DataProtectionOfficer))
        {
            (await host.ClientFor(account).PostAsync(CaseDesk.Url(id, "/erasure"), new { reason = "OBJECTION" }, ifMatch: "\"1\"")).Expect(HttpStatusCode.Forbidden);
            (await host.ClientFor(account).CallAsync(CaseDesk.Url(id, "/erasure"))).Expect(HttpStatusCode.Forbidden);
            (await PackageAsync(account, id)).Expect(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_copy_with_a_hole_is_not_handed_out()
    {
        var id = await host.Desk.OpenAsync();
        var package = (await PackageAsync(TestAccounts.DataProtectionOfficer, id)).Expect(HttpStatusCode.Created).Id;
        var http = host.ClientFor(TestAccounts.DataProtectionOfficer);
        // No other service runs beside this one.
        var told = await Eventually.GetAsync(
            async () => (await http.CallAsync(CaseDesk.Url(id, $"/person-packages/{package}"))).Expect(HttpStatusCode.OK), found => found.Json["waitingFor"]!.AsArray().Count > 0);
        Assert.Equal(("COLLECTING", "funding"), (told.Json["state"]!.GetValue<string>(), told.Json["waitingFor"]![0]!.GetValue<string>()));
        (await http.CallAsync(CaseDesk.Url(id, $"/person-packages/{package}/content"))).ExpectProblem(HttpStatusCode.Conflict, "package-not-ready");
        (await http.CallAsync(CaseDesk.Url(Guid.NewGuid(), $"/person-packages/{package}"))).Expect(HttpStatusCode.NotFound);
    }

    private sealed record Known(Guid Pool, Guid Booking, Guid Funding, Guid Referral, string Number)
    {
        public IEnumerable<string> Texts => [.. new[] { Pool, Booking, Funding, Referral }.Select(reference => reference.ToString()), Number];
    }

    private async Task<Known> ReferencesAsync(Guid id)
    {
        var row = (await host.QueryAsync(
            """
            select c.interpreters_ref, c.number, i.booking_ref, f.reference, r.id as referral from cases c
            join interpreter_requests i on i.case_id = c.id join funding_files f on f.case_id = c.id join naturalisation_referrals r on r.case_id = c.id where c.id = $1
            """, id))[0];
        return new Known((Guid)row["interpreters_ref"]!, (Guid)row["booking_ref"]!, (Guid)row["reference"]!, (Guid)row["referral"]!, (string)row["number"]!);
    }

    // A unique text in every member that takes free text.
    private async Task<Guid> PlantedAsync()
    {
        var desk = host.Desk;
        var id = (await desk.Http.PostAsync($"{CaseDesk.Root}/cases", new
        {
            person = new { givenNames = Planted, familyName = Planted + "sen", birthDate = "1981-02-03", sex = "MALE", languages = new[] { "ara" } },
            ags = TestAccounts.AgsCoesfeld, occasion = Planted, accessPath = "ABH", householdSize = 2,
        })).Expect(HttpStatusCode.Created).Id;
        var need = await desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = Planted });
        await desk.AddAsync(id, "/goals", new { title = Planted, needId = need, dueOn = "2099-01-01" });
        await desk.AddAsync(id, "/structural-needs", new { topic = "WOHNEN", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = Planted });
        await desk.AddAsync(id, "/residence-periods", new { status = "GESTATTUNG", validFrom = "2022-04-05", issuingAuthority = Planted });
        await desk.AddAsync(id, "/nationalities", new { country = "TCD", proof = Planted });
        await desk.EbhConsentAsync(id);
        await desk.ReferAsync(id);
        await desk.InterpreterAsync(id);
        await desk.SearchAsync(Planted);
        return id;
    }

    private async Task<Guid> ManagedAsync()
    {
        var id = await host.Desk.OpenAsync(CaseDesk.Person("Rana", "Gebunden"));
        await host.Desk.ConsentAsync(id);
        await host.Desk.IndicateAsync(id);
        (await host.Desk.StepAsync(id, "KLAERUNG")).Expect(HttpStatusCode.OK);
        (await host.Desk.StepAsync(id, "ASSESSMENT")).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<Answer> StateAsync(TestAccount account, Guid id) => (await host.ClientFor(account).CallAsync(CaseDesk.Url(id, "/erasure"))).Expect(HttpStatusCode.OK);

    private static (string, string, string) Told(Answer answer) =>
        (answer.Json["state"]!.GetValue<string>(), answer.Json["duty"]!.GetValue<string>(), answer.Json["eraseOn"]!.GetValue<string>());

    private async Task<Answer> EraseAsync(TestAccount account, Guid id)
    {
        var etag = (await StateAsync(account, id)).ETag;
        return await host.ClientFor(account).PostAsync(CaseDesk.Url(id, "/erasure"), new { reason = "NOT_NEEDED" }, ifMatch: etag ?? "\"0\"");
    }

    private async Task<Answer> PackageAsync(TestAccount account, Guid id) => await host.ClientFor(account).PostAsync(CaseDesk.Url(id, "/person-packages"), new { });

    private async Task ErasedAsync(Guid id) => await host.EventuallyAsync(
        async () => (await StateAsync(TestAccounts.DataProtectionOfficer, id)).Json["state"]!.GetValue<string>() == "ERASED", TimeSpan.FromSeconds(60), "the erasure");

    private async Task ToldAsync(Known known)
    {
        foreach (var reference in new[] { known.Pool, known.Booking }) await host.WaitForEventAsync<InterpretersReferenceErased>(told => told.Reference == reference);
        foreach (var reference in new[] { known.Funding, known.Booking }) await host.WaitForEventAsync<FundingReferenceErased>(told => told.Reference == reference);
        await host.WaitForEventAsync<NaturalisationReferenceErased>(told => told.Reference == known.Referral);
        Assert.DoesNotContain(host.ReceivedEvents<FundingReferenceErased>(), told => told.Reference == known.Pool || told.Reference == known.Referral);
        Assert.DoesNotContain(host.ReceivedEvents<InterpretersReferenceErased>(), told => told.Reference == known.Funding || told.Reference == known.Referral);
    }

    // The audit stays: it holds ids, no data. What it points to is gone.
    private async Task NothingLeftAsync(Guid id, Known known)
    {
        await host.EventuallyAsync(
            async () => await host.Database.ScalarAsync<long>("select count(*) from outbox where type like '%-reference-erased'") == 0, what: "the outbox to forget");
        Assert.DoesNotContain(Planted, await host.Database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        var dump = await host.Database.DumpAsync("audit");
        foreach (var text in known.Texts.Append(id.ToString())) Assert.DoesNotContain(text, dump, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(ErasedReferences.DigestOf(id), dump, StringComparison.Ordinal);
    }
}
