using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Network.Tests.Slices;

[Collection(NetworkSlices.Name)]
public sealed class DirectoryTests(NetworkHost host)
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_eleven_municipalities_come_page_by_page()
    {
        var first = await GetAsync("municipalities?limit=6");
        var second = await GetAsync($"municipalities?limit=6&after={first["next"]}");

        var ags = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["ags"]!).ToList();
        Assert.Equal(TestAccounts.AllAgs, ags);
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task An_offer_for_the_whole_Kreis_is_found_with_every_municipality()
    {
        var offers = (await GetAsync("offers?topic=SPRACHE&ags=05558044&limit=200"))["items"]!.AsArray();

        Assert.Contains(offers, offer => (string)offer!["key"]! == "rucksack-kita");
        Assert.All(offers, offer => Assert.Contains("SPRACHE", offer!["topics"]!.AsArray().Select(topic => (string)topic!)));
        Assert.Equal("griffbereit-mini", (string)(await GetAsync("offers?q=GRIFFBEREIT%20mini"))["items"]!.AsArray().Single()!["key"]!);
    }

    [Fact]
    public async Task Ended_offers_are_left_out_on_a_day_after_their_end()
    {
        Assert.Contains("durchstarten-coaching-drk", (await GetAsync("offers?limit=200")).ToJsonString());
        Assert.Contains("durchstarten-coaching-drk", (await GetAsync("offers?limit=200&asOf=2022-01-01")).ToJsonString());
        Assert.DoesNotContain("durchstarten-coaching-drk", (await GetAsync("offers?limit=200&asOf=2026-11-22")).ToJsonString());
    }

    [Fact]
    public async Task A_committee_shows_seat_groups_moderators_aliases_and_its_star()
    {
        var steering = await GetAsync("committees/steuerungsgruppe");
        Assert.Contains("KoStAG", steering["aliases"]!.AsArray().Select(alias => (string)alias!));
        Assert.Equal(10, steering["seatGroups"]!.AsArray().Count(seat => (bool)seat!["named"]!));
        Assert.Equal("*", (string)steering["legend"]!["marker"]!);
        Assert.True((bool)steering["legend"]!["assumed"]!);
        var group = await GetAsync("committees/ag-18-27");
        Assert.Equal(["jobcenter", "ki"], group["moderators"]!.AsArray().Select(moderator => (string)moderator!["key"]!).Order());
        Assert.Equal(18, (int)group["ageBand"]!["from"]!);
        (await host.Office.CallAsync($"{NetworkHost.Api}/committees/nobody")).Expect(HttpStatusCode.NotFound);
        Assert.All((await GetAsync("committees?category=FACHARBEITSGREMIUM&limit=200"))["items"]!.AsArray(), row => Assert.Equal("FACHARBEITSGREMIUM", (string)row!["category"]!));
    }

    [Fact]
    public async Task Districts_positions_and_quotas_hold_for_a_day()
    {
        Assert.Contains((await GetAsync("districts?ags=05558012"))["items"]!.AsArray(), district => (string)district!["position"]! == "cm-1");
        Assert.Empty((await GetAsync("districts?asOf=2020-01-01"))["items"]!.AsArray());
        Assert.Empty((await GetAsync("positions?asOf=2019-01-01"))["items"]!.AsArray());
        Assert.NotEmpty((await GetAsync("positions"))["items"]!.AsArray());
        Assert.Equal(6m, Fte(await GetAsync("kim-modules?asOf=2021-06-01")));
        Assert.Equal(12m, Fte(await GetAsync("kim-modules?asOf=2026-11-22")));
        Assert.Equal(3, (int)(await GetAsync("kim-modules"))["items"]!.AsArray().Single(module => (string)module!["key"]! == "MODUL_II")!["maxOutsideKi"]!["denominator"]!);

        static decimal Fte(JsonNode modules) => (decimal)modules["items"]!.AsArray().Single(module => (string)module!["key"]! == "MODUL_II")!["fte"]!;
    }

    [Fact]
    public async Task All_staff_read_the_directory_and_the_funder_does_not()
    {
        foreach (var path in new[] { "municipalities", "organisations", "fields-of-action", "offers", "committees", "districts", "kim-modules", "positions", "settings",
            "texts", "media", "conferences", "legal-bases", "programmes", "hilfeplan-sources", "stakeholders", "next-steps" })
        {
            foreach (var account in new[] { TestAccounts.CaseManager, TestAccounts.Partner, TestAccounts.PoolDesk, TestAccounts.DataProtectionOfficer })
                Assert.NotEmpty((await host.ClientFor(account).CallAsync($"{NetworkHost.Api}/{path}")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray());
            (await host.ClientFor(TestAccounts.Funder).CallAsync($"{NetworkHost.Api}/{path}")).Expect(HttpStatusCode.Forbidden);
            (await host.Anonymous().CallAsync($"{NetworkHost.Api}/{path}")).Expect(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task The_public_interface_is_the_approved_one()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK);

        Approvals.Match(document.Json.ToJsonString(Pretty), "network.openapi.json");
        foreach (var operation in document.Json["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!))
        {
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]));
            Assert.False(string.IsNullOrEmpty((string?)operation["description"]));
        }
    }

    private async Task<JsonNode> GetAsync(string path) =>
        (await host.ClientFor(TestAccounts.CaseManager).CallAsync($"{NetworkHost.Api}/{path}")).Expect(HttpStatusCode.OK).Json;
}
