using System.Net;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;

namespace Kim.Network.Tests.Slices;

/// <summary>The network on real servers with the profile of Coesfeld, shared by the slice tests: each uses topics of its own.</summary>
public sealed class NetworkHost : ServiceHost<Program>
{
    public const string Api = "/api/v1/network";

    public NetworkHost() : base("network") => Profile = Repository.Profile;

    public HttpClient Coordinator => ClientFor(TestAccounts.Coordinator);

    public HttpClient Office => ClientFor(TestAccounts.Office);

    /// <summary>A topic that no other test uses: a need of an unknown topic is bundled like any other.</summary>
    public static string NewTopic() => "TEST_" + Guid.NewGuid().ToString("N")[..12].ToUpperInvariant();

    public static StructuralNeedReported Need(string topic, string rechtskreis = "SGB2", params string[] ags) => new()
    {
        NeedId = Guid.NewGuid(),
        Version = 1,
        Topic = topic,
        Rechtskreis = rechtskreis,
        AgencyType = "JOBCENTER",
        Ags = ags.Length == 0 ? [TestAccounts.AgsCoesfeld] : ags,
        Weight = 2,
        ReportedOn = new DateOnly(2026, 11, 20),
    };

    public static StructuralNeedWithdrawn Withdrawn(StructuralNeedReported need) => new() { NeedId = need.NeedId, Version = 2 };

    /// <summary>Reports this many needs and waits for the theme with all of them.</summary>
    public async Task<NeedStateChanged> BundleAsync(string topic, int needs = 5, string rechtskreis = "SGB2")
    {
        var reports = Enumerable.Range(0, needs).Select(_ => Need(topic, rechtskreis)).ToList();
        foreach (var report in reports) await PublishAsync(report);
        return await WaitForEventAsync<NeedStateChanged>(change => change.NeedIds.Count == needs && reports.All(report => change.NeedIds.Contains(report.NeedId)));
    }

    /// <summary>Waits until the network has taken this need in.</summary>
    public Task SettledAsync(Guid need, bool open) => EventuallyAsync(async () =>
        (await QueryAsync("select 1 from structural_needs where id = $1 and report_version > 0 and open = $2", need, open)).Count == 1, what: "the need is taken in");

    public async Task<Guid> MeetingAsync(string committee = "steuerungsgruppe", string startsAt = "2026-11-20T09:00:00+01:00") =>
        (await Office.PostAsync($"{Api}/meetings", new { committee, startsAt, place = "Kreishaus" })).Expect(HttpStatusCode.Created).Id;

    /// <summary>Bundles a theme and puts it on the agenda of a new meeting.</summary>
    public async Task<Brought> BringAsync(string committee = "steuerungsgruppe", string startsAt = "2026-11-20T09:00:00+01:00")
    {
        var theme = await BundleAsync(NewTopic());
        var meeting = await MeetingAsync(committee, startsAt);
        var item = (await Office.PostAsync($"{Api}/meetings/{meeting}/agenda-items", new { themeId = theme.ThemeId })).Expect(HttpStatusCode.Created).Id;
        return new Brought(theme, $"{Api}/meetings/{meeting}", $"{Api}/meetings/{meeting}/agenda-items/{item}/resolution");
    }

    public static object Adopted(string title = "Gemeinsame Sprechstunde") => new
    {
        decision = "ADOPTED",
        title,
        scope = new[] { TestAccounts.AgsDuelmen, TestAccounts.AgsCoesfeld },
        measure = new { title = "Sprechstunde einrichten", owner = "jobcenter", dueOn = "2099-03-31" },
    };

    public sealed record Brought(NeedStateChanged Theme, string Meeting, string Resolution);
}

[CollectionDefinition(Name)]
public sealed class NetworkSlices : ICollectionFixture<NetworkHost>
{
    public const string Name = "network";
}
