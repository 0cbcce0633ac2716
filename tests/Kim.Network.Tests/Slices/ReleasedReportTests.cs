using System.Net;
using System.Text.Json.Nodes;
using Kim.Contracts.Funding;
using Kim.Contracts.Vocabulary;

namespace Kim.Network.Tests.Slices;

/// <summary>What funding released reaches the office that makes the agendas.</summary>
[Collection(NetworkSlices.Name)]
public sealed class ReleasedReportTests(NetworkHost host)
{
    private const string Url = NetworkHost.Api + "/released-reports";

    [Fact]
    public async Task The_newest_version_of_a_report_is_kept_whichever_comes_first()
    {
        var (late, early) = (Guid.NewGuid(), Guid.NewGuid());
        await host.PublishAsync(Released(late, 2));
        await host.EventuallyAsync(async () => await VersionAsync(late) == 2);
        await host.PublishAsync(Released(late, 1));
        await host.PublishAsync(Released(early, 1));
        await host.EventuallyAsync(async () => await VersionAsync(early) == 1);
        await host.PublishAsync(Released(early, 2));
        await host.PublishAsync(Released(early, 2));
        await host.EventuallyAsync(async () => await VersionAsync(early) == 2);

        foreach (var id in new[] { late, early })
        {
            var item = (await ReadAsync(host.Office)).Single(row => (Guid)row!["id"]! == id)!;
            Assert.Equal((2L, "2026-01-01", "2026-07-01", Sha(2), "2026-11-12"),
                ((long)item["version"]!, (string)item["from"]!, (string)item["until"]!, (string)item["sha256"]!, (string)item["releasedOn"]!));
        }
    }

    [Fact]
    public async Task Reports_are_read_page_by_page_by_office_and_coordination_alone()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids) await host.PublishAsync(Released(id, 1));
        foreach (var id in ids) await host.EventuallyAsync(async () => await VersionAsync(id) == 1);
        var seen = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = (await host.Coordinator.CallAsync($"{Url}?limit=2" + (next == "" ? "" : "&after=" + next))).Expect(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(ids, id => Assert.Contains(id, seen));
        foreach (var account in TestAccounts.All.Where(account => account.Role is not (Roles.Office or Roles.Coordinator)))
            (await host.ClientFor(account).CallAsync(Url)).Expect(HttpStatusCode.Forbidden);
    }

    private static string Sha(long version) => new(version == 1 ? 'a' : 'b', 64);

    private static ReportReleased Released(Guid id, long version) => new()
    {
        ReportId = id, Version = version, From = new DateOnly(2026, 1, 1), Until = new DateOnly(2026, 7, 1), Sha256 = Sha(version), ReleasedOn = new DateOnly(2026, 11, 10).AddDays((int)version),
    };

    private static async Task<JsonArray> ReadAsync(HttpClient client) => (await client.CallAsync($"{Url}?limit=200")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray();

    private async Task<long> VersionAsync(Guid id) => (long?)(await host.QueryAsync("select version from released_reports where id = $1", id)).SingleOrDefault()?["version"] ?? 0;
}
