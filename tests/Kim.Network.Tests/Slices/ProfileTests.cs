using Microsoft.Extensions.DependencyInjection;
using System.Text.Json.Nodes;
using Kim.Contracts.Network;
using Kim.Network.Reference;
using Kim.ServiceKit.Profile;

namespace Kim.Network.Tests.Slices;

/// <summary>The import of the profile, through the service's own <c>migrate</c>, on a copy that the tests change.</summary>
public sealed class ProfileTests(ProfileTests.Host host) : IClassFixture<ProfileTests.Host>
{
    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        var before = await StateAsync();
        // As if it had never been imported: every file is read and compared with the tables.
        await host.QueryAsync("delete from profile_imports");

        await host.ImportAsync();

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Offers_are_published_changed_and_withdrawn()
    {
        var published = await host.WaitForEventAsync<OfferPublished>(offer => offer.Offer.Key == "schulsprechstunde");
        Assert.DoesNotContain(host.ReceivedEvents<OfferPublished>(), offer => offer.Offer.Key == "durchstarten-coaching-drk");

        host.Change("offers.json", items => Find(items, "schulsprechstunde")["title"] = "Schulsprechstunde neu");
        await host.ImportAsync();
        var changed = await host.WaitForEventAsync<OfferChanged>(offer => offer.OfferId == published.OfferId);
        Assert.Equal("Schulsprechstunde neu", changed.Offer.Title);
        Assert.Equal(published.Version + 1, changed.Version);

        host.Change("offers.json", items => items.Remove(Find(items, "schulsprechstunde")));
        host.Change("fields-of-action.json", items => items[0]!["contents"]!.AsArray().RemoveAt(7));
        await host.ImportAsync();
        var withdrawn = await host.WaitForEventAsync<OfferWithdrawn>(offer => offer.OfferId == published.OfferId);
        Assert.Equal(changed.Version + 1, withdrawn.Version);
        Assert.Single(await host.QueryAsync("select 1 from offers where key = 'schulsprechstunde' and removed"));
    }

    [Theory]
    [InlineData("offers.json", "provider", "nobody", "/items/0/provider")]
    [InlineData("offers.json", "fieldOfAction", "nothing", "/items/0/fieldOfAction")]
    [InlineData("municipalities.json", "youthOffice", "nobody", "/items/0/youthOffice")]
    [InlineData("positions.json", "employer", "nobody", "/items/0/employer")]
    [InlineData("districts.json", "position", "nobody", "/items/0/position")]
    [InlineData("next-steps.json", "committee", "nobody", "/items/0/committee")]
    [InlineData("consultations.json", "topic", "WETTER", "/items/0/topic")]
    [InlineData("media.json", "programme", "nothing", "/items/0/programme")]
    [InlineData("diagram.json", "media", "nothing", "/items/0/media")]
    public async Task A_reference_that_leads_nowhere_is_refused_with_file_and_place(string file, string member, string value, string pointer)
    {
        using var copy = new ProfileCopy();
        copy.Change(file, items => items[0]![member] = value);
        var documents = await ProfileDocuments.LoadAsync(copy.Folder, new NetworkProfile().Files, demo: true, default);

        var refused = Assert.Throws<ProfileException>(() => NetworkProfile.Check(documents)).Errors.Single();
        Assert.Equal((file, pointer), (refused.File, refused.Pointer));
        Assert.Contains(value, refused.Reason);
    }

    [Fact]
    public async Task All_faults_are_named_at_once_and_an_unknown_AGS_with_its_place_in_the_list()
    {
        using var copy = new ProfileCopy();
        copy.Change("districts.json", items => items[0]!["ags"] = new JsonArray("05558012", "05558999"));
        copy.Change("offers.json", items => items[1]!["ags"] = new JsonArray("05558998"));
        var documents = await ProfileDocuments.LoadAsync(copy.Folder, new NetworkProfile().Files, demo: true, default);

        var refused = Assert.Throws<ProfileException>(() => NetworkProfile.Check(documents));
        Assert.Equal(["districts.json#/items/0/ags/1", "offers.json#/items/1/ags/0"], refused.Errors.Select(error => $"{error.File}#{error.Pointer}").Order());
    }

    [Fact]
    public async Task A_refused_profile_writes_nothing()
    {
        var before = await StateAsync();
        using var copy = new ProfileCopy();
        copy.Change("organisations.json", items => Find(items, "drk")["name"] = "Anders");
        copy.Change("offers.json", items => items[0]!["provider"] = "nobody");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.ImportAsync(copy.Folder));

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task What_the_staff_wrote_into_a_living_register_outlives_an_import()
    {
        await host.QueryAsync("update next_steps set state = 'DONE', changed_on = '2026-01-05' where key = 'bewerberauswahl'");
        await host.QueryAsync("insert into consultations (id, attitude, topic, statement, voices, stakeholders, sources, position, demo) values (gen_random_uuid(), 'WORRY', 'VERFAHREN', 'von Hand', '[]', '{}', '{}', 1000000, false)");
        host.Change("next-steps.json", items => items.Remove(Find(items, "bezirkszustaendigkeiten")));
        host.Change("next-steps.json", items => Find(items, "bewerberauswahl")["title"] = "Auswahl");
        host.Change("consultations.json", items => items.Remove(Find(items, "sorge-vertrauen")));

        await host.ImportAsync();

        var step = (await host.QueryAsync("select title, state from next_steps where key = 'bewerberauswahl'")).Single();
        Assert.Equal(("Auswahl", "DONE"), ((string)step["title"]!, (string)step["state"]!));
        Assert.Empty(await host.QueryAsync("select 1 from next_steps where key = 'bezirkszustaendigkeiten'"));
        Assert.Empty(await host.QueryAsync("select 1 from consultations where key = 'sorge-vertrauen'"));
        Assert.Single(await host.QueryAsync("select 1 from consultations where statement = 'von Hand'"));
    }

    [Fact]
    public async Task Offers_of_today_are_settled_without_an_import()
    {
        var offer = await host.WaitForEventAsync<OfferPublished>(found => found.Offer.Key == "griffbereit");
        await host.QueryAsync("update offers set valid_until = '2026-01-01' where key = 'griffbereit'");

        var calendar = host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OfferCalendar>().Single();
        await calendar.SettleAsync(default);
        var withdrawn = await host.WaitForEventAsync<OfferWithdrawn>(found => found.OfferId == offer.OfferId);

        await host.QueryAsync("update offers set valid_until = null where key = 'griffbereit'");
        await calendar.SettleAsync(default);
        await host.WaitForEventAsync<OfferPublished>(found => found.OfferId == offer.OfferId && found.Version == withdrawn.Version + 1);
    }

    private static JsonNode Find(JsonArray items, string key) => items.Single(item => (string)item!["key"]! == key)!;

    /// <summary>Each row of each imported table with the transaction that wrote it, and the number of events.</summary>
    private async Task<string> StateAsync()
    {
        string[] tables = ["municipalities", "organisations", "fields_of_action", "offers", "committees", "legend_markers", "districts", "kim_modules", "positions", "settings",
            "stakeholders", "consultations", "next_steps", "conferences", "texts", "media", "hilfeplan_sources", "legal_bases", "programmes", "diagram_levels", "diagram_boxes"];
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange((await host.QueryAsync($"select xmin::text || ' ' || row_to_json(t)::text as row from {table} t order by 1")).Select(row => $"{table} {row["row"]}"));
        rows.Add("events " + (await host.QueryAsync("select count(*) as events from outbox")).Single()["events"]);
        return string.Join('\n', rows);
    }

    public sealed class Host : ServiceHost<Program>
    {
        private readonly ProfileCopy _copy = new();

        public Host() : base("network") => Profile = Repository.Profile;

        public void Change(string file, Action<JsonArray> change) => _copy.Change(file, change);

        public async Task ImportAsync(string? folder = null)
        {
            var settings = new Dictionary<string, string?>(Settings())
            {
                ["Kim:Profile"] = folder ?? _copy.Folder, ["ConnectionStrings:DatabaseOwner"] = Database.Owner + ";Pooling=false",
            };
            var exitCode = await RunMigrateAsync(["migrate", .. settings.Select(pair => $"--{pair.Key}={pair.Value}")]);
            if (exitCode != 0) throw new InvalidOperationException("The profile was refused.");
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _copy.Dispose();
        }
    }
}
