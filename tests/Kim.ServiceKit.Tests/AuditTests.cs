using System.Net;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>What is on record about personal data, and who may ask for it.</summary>
public sealed class AuditTests(DeskHost host) : IClassFixture<DeskHost>
{
    private readonly HttpClient _dpo = host.ClientFor(TestAccounts.DataProtectionOfficer);
    private readonly HttpClient _client = host.ClientFor(TestAccounts.CaseManager);

    [Fact]
    public async Task A_person_s_record_answers_who_saw_it_whatever_the_way()
    {
        var text = "to be found " + Guid.NewGuid();
        var note = (await _client.PostAsync("notes", new { text })).Expect(HttpStatusCode.Created).Id;
        (await _client.CallAsync($"notes/{note}")).Expect(HttpStatusCode.OK);
        (await _client.CallAsync($"notes?q={Uri.EscapeDataString(text)}")).Expect(HttpStatusCode.OK);
        (await host.ClientFor(TestAccounts.CaseManager with { Id = TestAccounts.Partner.Id }).CallAsync($"notes/{note}")).Expect(HttpStatusCode.Forbidden);

        var items = (await _dpo.CallAsync($"audit/accesses?subject={note}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal(
            ["CHANGE AddNote", "READ GetNote", "READ ListNotes", "REFUSED GetNote"],
            items.Select(item => $"{item!["action"]} {item["operation"]}"));
        Assert.All(items, item => Assert.Equal("CASE_MANAGEMENT", item!["purpose"]!.GetValue<string>()));
        Assert.All(items.Take(3), item => Assert.Equal(TestAccounts.CaseManager.Id, item!["accountId"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task An_endpoint_that_reads_in_one_trip_cannot_keep_anything_beside_it() =>
        (await _client.CallAsync("sloppy")).ExpectProblem(HttpStatusCode.InternalServerError, "internal-error");

    [Fact]
    public async Task To_ask_is_on_record_too()
    {
        var note = Guid.NewGuid();
        (await _dpo.CallAsync($"audit/accesses?subject={note}")).Expect(HttpStatusCode.OK);
        var again = (await _dpo.CallAsync($"audit/accesses?subject={note}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal("ListAccesses DATA_PROTECTION", Assert.Single(again.Select(item => $"{item!["operation"]} {item["purpose"]}")));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_and_times_bound_the_answer()
    {
        var note = (await _client.PostAsync("notes", new { text = "often seen" })).Expect(HttpStatusCode.Created).Id;
        foreach (var _ in Enumerable.Range(0, 4)) (await _client.CallAsync($"notes/{note}")).Expect(HttpStatusCode.OK);
        var first = (await _dpo.CallAsync($"audit/accesses?subject={note}&limit=3")).Expect(HttpStatusCode.OK).Json;
        var second = (await _dpo.CallAsync($"audit/accesses?subject={note}&limit=3&after={first["next"]}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(3, first["items"]!.AsArray().Count);
        // Two reads that are left, and the question that came between.
        Assert.Equal(["GetNote", "GetNote", "ListAccesses"], second["items"]!.AsArray().Select(item => item!["operation"]!.GetValue<string>()));

        var at = first["items"]![1]!["at"]!.GetValue<DateTimeOffset>();
        var before = (await _dpo.CallAsync($"audit/accesses?subject={note}&until={Uri.EscapeDataString(at.ToString("O"))}")).Expect(HttpStatusCode.OK).Json;
        Assert.Single(before["items"]!.AsArray());
        (await _dpo.CallAsync("audit/accesses")).Expect(HttpStatusCode.BadRequest);
        (await _dpo.CallAsync("audit/verification?month=Nebelung")).ExpectProblem(HttpStatusCode.BadRequest, "month-invalid");
    }

    [Theory]
    [InlineData("audit/accesses?subject=0a000000-0000-4000-8000-000000000001")]
    [InlineData("audit/verification?month=2026-11")]
    public async Task Only_the_data_protection_officer_may_ask(string url)
    {
        foreach (var account in TestAccounts.All.Where(account => account != TestAccounts.DataProtectionOfficer))
            (await host.ClientFor(account).CallAsync(url)).Expect(HttpStatusCode.Forbidden);
        (await _dpo.CallAsync(url)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_search_term_is_on_record_as_a_keyed_hash_alone()
    {
        var term = "Geheimwort" + Guid.NewGuid().ToString("N");
        foreach (var form in new[] { term, "  " + term.ToUpperInvariant() })
            (await _client.CallAsync($"notes?q={Uri.EscapeDataString(form)}")).Expect(HttpStatusCode.OK);
        Assert.Empty(await host.QueryAsync("select 1 from audit a where a::text ilike '%geheimwort%'"));
        var hashes = await host.QueryAsync(
            "select distinct terms_hash from (select terms_hash from audit where action = 'SEARCH' and terms_hash is not null order by id desc limit 2) these");
        Assert.Equal(64, ((string)Assert.Single(hashes)["terms_hash"]!).Length);
        Assert.Empty(await host.QueryAsync("select 1 from audit where terms_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')", term.ToUpperInvariant()));
    }

    [Fact]
    public async Task An_operation_may_serve_another_purpose_than_its_service()
    {
        (await host.ClientForScope("naturalisation", DeskService.PullScope).CallAsync("pulls")).Expect(HttpStatusCode.OK);
        Assert.Equal("NATURALISATION", await host.Database.ScalarAsync<string>("select purpose from audit where operation = 'PullNotes' limit 1"));
    }
}
