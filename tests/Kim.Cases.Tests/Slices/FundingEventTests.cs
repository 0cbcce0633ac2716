using System.Text.Json;
using Kim.Cases.Data;
using Kim.Contracts.Cases;
using Kim.ServiceKit.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Cases.Tests.Slices;

/// <summary>What funding learns of a case: each operation of the API leads to the right event, or to none (architecture.md section 4).</summary>
public sealed class FundingEventTests(CasesHost host) : IClassFixture<CasesHost>
{
    private const string Opened = "kim.cases.case-opened";
    private const string Changed = "kim.cases.case-phase-changed";
    private const string Assigned = "kim.cases.case-assigned";
    private const string Closed = "kim.cases.case-closed";

    private sealed record Step(string Operation, string? Event, Func<Task> Do);

    [Fact]
    public async Task Each_operation_tells_what_it_changed_and_nothing_else()
    {
        var desk = host.Desk;
        var id = Guid.Empty;
        var made = new Dictionary<string, Guid>();
        Step[] steps =
        [
            new("OpenCase", Opened, async () => id = await desk.OpenAsync()),
            new("ChangePerson", null, () => desk.PutAsync(id, "/person", CaseDesk.Person("Amina"))),
            new("ChangePerson", Changed, () => desk.PutAsync(id, "/person", new { givenNames = "Amina", familyName = "Öztürk", birthDate = "2010-01-01", sex = "FEMALE", languages = Array.Empty<string>() })),
            new("SetIndication", null, () => desk.IndicateAsync(id)),
            new("GiveConsent", null, async () => made["consent"] = await desk.ConsentAsync(id)),
            new("ChangePhase", Changed, async () => (await desk.StepAsync(id, "KLAERUNG")).Expect(HttpStatusCode.OK)),
            new("ChangePhase", Changed, async () => (await desk.StepAsync(id, "ASSESSMENT")).Expect(HttpStatusCode.OK)),
            new("RateLifeDomains", null, () => desk.AssessAsync(id)),
            new("RecordNeed", Changed, () => desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = "x" })),
            new("RecordNeed", null, () => desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = "y" })),
            new("SetGoal", Changed, async () => made["goal"] = await desk.AddAsync(id, "/goals", new { title = "Ziel", dueOn = "2027-01-01" })),
            new("PlanMeasure", null, async () => made["measure"] = await desk.AddAsync(id, $"/goals/{made["goal"]}/measures", new { title = "M", responsible = "cm-1", dueOn = "2027-01-01" })),
            new("StartMeasure", null, () => desk.DoAsync(id, $"/measures/{made["measure"]}/start")),
            new("AgreePlan", null, () => desk.PutAsync(id, "/plan-agreement", new { agreedOn = "2026-01-01" })),
            new("RateGoal", null, () => desk.PutAsync(id, $"/goals/{made["goal"]}/attainment", new { score = 2 })),
            new("RateGoal", Changed, () => desk.PutAsync(id, $"/goals/{made["goal"]}/attainment", new { score = 3 })),
            new("RateGoal", null, () => desk.PutAsync(id, $"/goals/{made["goal"]}/attainment", new { score = 4 })),
            new("RecordResidencePeriod", Changed, async () => made["period"] = await desk.AddAsync(id, "/residence-periods", new { status = "GESTATTUNG", validFrom = "2015-01-01" })),
            new("EndResidencePeriod", Changed, () => desk.DoAsync(id, $"/residence-periods/{made["period"]}/end", new { validUntil = "2017-01-01" })),
            new("RecordNationality", Changed, () => desk.AddAsync(id, "/nationalities", new { country = "SYR" })),
            new("RecordNationality", null, () => desk.AddAsync(id, "/nationalities", new { country = "ERI" })),
            new("RequestInterpreter", null, async () => made["talk"] = await desk.InterpreterAsync(id)),
            new("CancelInterpreterRequest", null, () => desk.DoAsync(id, $"/interpreter-requests/{made["talk"]}/cancellation")),
            new("ReportStructuralNeed", null, async () => made["need"] = await desk.NeedAsync(id)),
            new("WithdrawStructuralNeed", null, () => desk.DoAsync(id, $"/structural-needs/{made["need"]}/withdrawal")),
            new("SearchCases", null, () => desk.SearchAsync("niemand")),
            new("ReferForNaturalisation", null, async () => { await desk.EbhConsentAsync(id); await desk.ReferAsync(id); }),
            new("RevokeConsent", null, () => desk.DoAsync(id, $"/consents/{made["consent"]}/revocation")),
            new("ReassignCase", Assigned, async () => await ReassignAsync(id)),
            new("ChangePhase", Closed, async () => (await host.DeskOf(TestAccounts.OtherCaseManager).StepAsync(id, "ABGESCHLOSSEN", "WEGZUG")).Expect(HttpStatusCode.OK)),
        ];

        var told = 0;
        foreach (var step in steps)
        {
            await step.Do();
            var events = await EventsAsync(id);
            Assert.True(events.Count == told + (step.Event is null ? 0 : 1), $"{step.Operation}: {events.Count - told} events");
            if (step.Event is not null) Assert.Equal(step.Event, events[^1].Type);
            told = events.Count;
        }

        Assert.Equal(Enumerable.Range(1, told).Select(version => (long)version), (await EventsAsync(id)).Select(found => found.Version));
        Assert.Equal(await OperationsAsync(), steps.Select(step => step.Operation).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_facts_are_bands_groups_and_counts_as_of_the_event()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var reference = (await EventsAsync(id))[0].Reference;
        var opened = await host.WaitForEventAsync<CaseOpened>(found => found.CaseRef == reference);
        Assert.Equal(4, opened.CaseRef.Version);
        Assert.Equal((1L, "27-44", "FEMALE", "UNKNOWN", "UNKNOWN", "UNKNOWN"),
            (opened.Version, opened.Facts.AgeBand, opened.Facts.Sex, opened.Facts.NationalityGroup, opened.Facts.StatusGroup, opened.Facts.LengthOfStayBand));
        Assert.Equal((TestAccounts.AgsCoesfeld, "ANFRAGE", "JOBCENTER", 3, "cm-1"),
            (opened.Facts.Ags, opened.Facts.Phase, opened.Facts.AccessPath, opened.Facts.HouseholdSize, opened.Facts.Position));

        var today = opened.Facts.OpenedOn;
        await desk.AddAsync(id, "/residence-periods", new { status = "DULDUNG", validFrom = today.AddYears(-4).ToString("O"), validUntil = today.ToString("O") });
        await desk.AddAsync(id, "/residence-periods", new { status = "AE_25B", validFrom = today.ToString("O") });
        await desk.AddAsync(id, "/nationalities", new { country = "UKR", validUntil = today.ToString("O") });
        await desk.AddAsync(id, "/nationalities", new { country = "TUR" });
        await desk.AddAsync(id, "/needs", new { domain = "SPRACHE", topic = "SPRACHE", rechtskreis = "INTV", description = "x" });
        await desk.AddAsync(id, "/needs", new { domain = "AUSBILDUNG_ARBEIT", topic = "ARBEIT", rechtskreis = "SGB2", description = "x" });
        await desk.AddAsync(id, "/goals", new { title = "Ziel", dueOn = "2027-01-01" });
        var last = (await EventsAsync(id))[^1];
        var changed = await host.WaitForEventAsync<CasePhaseChanged>(found => found.CaseRef == reference && found.Version == last.Version);
        Assert.Equal(today, changed.ChangedOn);
        Assert.Equal(("TUR", "PERMIT", "3-5", 1, 0),
            (changed.Facts.NationalityGroup, changed.Facts.StatusGroup, changed.Facts.LengthOfStayBand, changed.Facts.Goals, changed.Facts.GoalsAttained));
        Assert.Equal(["ARBEIT", "SPRACHE"], changed.Facts.Topics);
        Assert.Equal(["INTV", "SGB2"], changed.Facts.Rechtskreise);

        await ReassignAsync(id);
        var assigned = await host.WaitForEventAsync<CaseAssigned>(found => found.CaseRef == reference);
        Assert.Equal(("cm-2", last.Version + 1), (assigned.Facts.Position, assigned.Version));
        (await host.DeskOf(TestAccounts.OtherCaseManager).StepAsync(id, "ABGESCHLOSSEN", "WUNSCH_KLIENT")).Expect(HttpStatusCode.OK);
        var closed = await host.WaitForEventAsync<CaseClosed>(found => found.CaseRef == reference);
        Assert.Equal(("WUNSCH_KLIENT", "ABGESCHLOSSEN", today, assigned.Version + 1), (closed.Reason, closed.Facts.Phase, closed.ClosedOn, closed.Version));
    }

    [Fact]
    public async Task A_refused_change_tells_nothing()
    {
        var id = await host.Desk.OpenAsync();
        (await host.Desk.StepAsync(id, "MONITORING")).Expect(HttpStatusCode.Conflict);
        Assert.Single(await EventsAsync(id));
    }

    [Fact]
    public async Task Cases_that_were_there_before_funding_are_told_once_by_migrate()
    {
        var (open, closed) = (await host.Desk.OpenAsync(), await host.Desk.OpenAsync());
        (await host.Desk.StepAsync(closed, "ABGESCHLOSSEN", "KONTAKTABBRUCH")).Expect(HttpStatusCode.OK);
        await host.QueryAsync("delete from funding_files where case_id = any($1)", (Guid[])[open, closed]);
        for (var run = 0; run < 2; run++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FundingBook>().TellAllAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([Opened], (await EventsAsync(open)).Select(found => found.Type));
        Assert.Equal([(Opened, 1L), (Closed, 2L)], (await EventsAsync(closed)).Select(found => (found.Type, found.Version)));
    }

    private sealed record Told(string Type, long Version, Guid Reference);

    private async Task<List<Told>> EventsAsync(Guid caseId)
    {
        var rows = await host.QueryAsync(
            "select o.type, o.payload::text as payload, f.reference from outbox o join funding_files f on f.reference = o.aggregate_id where f.case_id = $1 order by o.seq", caseId);
        return [.. rows.Select(row => new Told(
            (string)row["type"]!, JsonDocument.Parse((string)row["payload"]!).RootElement.GetProperty("version").GetInt64(), (Guid)row["reference"]!))];
    }

    private async Task ReassignAsync(Guid id)
    {
        var coordinator = host.DeskOf(TestAccounts.Coordinator);
        (await coordinator.Http.PostAsync(CaseDesk.Url(id, "/responsible"), new { accountId = TestAccounts.OtherCaseManager.Id }, ifMatch: await coordinator.VersionAsync(id))).Expect(HttpStatusCode.NoContent);
    }

    // Every operation that changes a case, as the document names them.
    // A copy tells nobody, and what an erasure tells is shown by ErasureTests.
    private static readonly string[] OfTheRightsOfPersons = ["ErasePerson", "RequestPersonPackage"];

    private async Task<IEnumerable<string>> OperationsAsync()
    {
        using var anonymous = host.Anonymous();
        var document = (await anonymous.CallAsync("/openapi/v1.json")).Json;
        return document["paths"]!.AsObject().Where(path => path.Key.Contains("/cases/cases", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject()).Where(operation => operation.Key != "get")
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>()).Except(OfTheRightsOfPersons).Order(StringComparer.Ordinal);
    }
}
