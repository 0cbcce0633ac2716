using System.Diagnostics;
using System.Text.Json.Nodes;
using Kim.Cases.Tests.Domain;
using Kim.Contracts.Cases;
using Kim.Contracts.Network;

namespace Kim.Cases.Tests.Slices;

/// <summary>From the case to the structure and back (domain.md 3.6).</summary>
public sealed class StructuralNeedTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_case_reports_a_topic_once_while_the_need_is_open()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync(household: 5);
        var first = await desk.NeedAsync(id, "SPRACHE");
        var refused = (await desk.Http.PostAsync(CaseDesk.Url(id, "/structural-needs"), new
        {
            topic = "SPRACHE", rechtskreis = "INTV", agencyType = "SPRACHKURSTRAEGER", ags = new[] { TestAccounts.AgsDuelmen }, effect = "Kein Kurs",
        })).ExpectProblem(HttpStatusCode.Conflict, "need-open");
        Assert.Equal("ONE_OPEN_NEED_PER_TOPIC", refused.Json["guard"]!.GetValue<string>());
        await desk.NeedAsync(id, "GESUNDHEIT");

        var reported = await host.WaitForEventAsync<StructuralNeedReported>(found => found.NeedId == first);
        Assert.Equal((1L, "SPRACHE", "SGB2", "JOBCENTER", 5), (reported.Version, reported.Topic, reported.Rechtskreis, reported.AgencyType, reported.Weight));
        Assert.Equal([TestAccounts.AgsCoesfeld], reported.Ags);
        Assert.Equal(4, first.Version);

        await desk.DoAsync(id, $"/structural-needs/{first}/withdrawal");
        Assert.Equal(2, (await host.WaitForEventAsync<StructuralNeedWithdrawn>(found => found.NeedId == first)).Version);
        await desk.NeedAsync(id, "SPRACHE");
    }

    [Fact]
    public async Task Two_reports_at_the_same_time_leave_one_open_need()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var body = new { topic = "ARBEIT", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = "x" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Http.PostAsync(CaseDesk.Url(id, "/structural-needs"), body)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Every_order_and_repetition_of_the_networks_events_ends_in_the_same_case()
    {
        var orders = InterpreterRequestTests.Permutations<string>(["state", "resolution", "started", "completed"]).ToList();
        var ends = new List<string>();
        foreach (var chunk in orders.Chunk(6)) ends.AddRange(await Task.WhenAll(chunk.Select(PlayAsync)));
        Assert.Equal(24, ends.Count);
        Assert.Equal(ends[0], Assert.Single(ends.Distinct()));
        Assert.Equal("Wohnungslotsen fehlen|IN_UMSETZUNG|2/2026|Lotsenstelle schaffen|COMPLETED|2026-11-02|2026-11-20|Neue Lotsenstelle|MEASURE_COMPLETED,RESOLUTION_ADOPTED", ends[0]);
    }

    [Fact]
    public async Task Events_that_arrive_at_the_same_time_complete_each_other()
    {
        var desk = host.Desk;
        var plays = new List<(Guid Case, NetworkPlay Play)>();
        for (var i = 0; i < 10; i++)
        {
            var id = await desk.OpenAsync();
            plays.Add((id, new NetworkPlay(await desk.NeedAsync(id), othersOnly: true)));
        }

        await Task.WhenAll(plays.SelectMany(play => new[] { "completed", "resolution", "state" }.Select(step => SendAsync(play.Play.Of(step)))));
        var notices = await desk.NoticesAsync();
        Assert.All(plays, play => Assert.Equal(
            ["MEASURE_COMPLETED", "RESOLUTION_ADOPTED"],
            notices.Where(notice => notice!["caseId"]!.GetValue<Guid>() == play.Case).Select(notice => notice!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_list_counts_open_needs_and_unread_notices()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync(CaseDesk.Person(family: "Zählwerk"));
        var withdrawn = await desk.NeedAsync(id, "ARBEIT");
        await desk.DoAsync(id, $"/structural-needs/{withdrawn}/withdrawal");
        await SendAsync(new NetworkPlay(await desk.NeedAsync(id)).Resolution);
        await SendAsync(new NetworkPlay(withdrawn).Resolution);
        var item = Assert.Single((await desk.SearchAsync("zaehlwerk")).Json["items"]!.AsArray())!;
        Assert.Equal((1, 1), (item["openStructuralNeeds"]!.GetValue<int>(), item["unreadNotices"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_need_that_joins_the_theme_later_profits_from_the_resolution()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var need = await desk.NeedAsync(id);
        var play = new NetworkPlay(need, othersOnly: true);
        await SendAsync(play.Resolution);
        Assert.Empty((await desk.ReadAsync(id)).Json["structuralNeeds"]![0]!["decisions"]!.AsArray());
        await SendAsync(play.State);
        Assert.Single((await desk.ReadAsync(id)).Json["structuralNeeds"]![0]!["decisions"]!.AsArray());
        Assert.Equal(["RESOLUTION_ADOPTED"], await KindsAsync(desk, id));
    }

    [Fact]
    public async Task The_decision_carries_the_trace_of_the_adopting_request()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var play = new NetworkPlay(await desk.NeedAsync(id));
        using var adopting = new Activity("adopting request").SetIdFormat(ActivityIdFormat.W3C).Start();
        await SendAsync(play.Resolution);
        var decision = (await desk.ReadAsync(id)).Json["structuralNeeds"]![0]!["decisions"]![0]!;
        Assert.Equal(adopting.TraceId.ToHexString(), decision["traceId"]!.GetValue<string>());
        Assert.Equal("DECIDED", decision["measureState"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_notice_is_read_once_and_follows_the_case()
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        await SendAsync(new NetworkPlay(await desk.NeedAsync(id)).Resolution);
        var notice = (await desk.NoticesAsync(unread: true)).Single(found => found!["caseId"]!.GetValue<Guid>() == id)!;
        Assert.Equal("Zu einem Bedarf aus diesem Fall wurde beschlossen: Lotsenstelle schaffen", notice["titleDe"]!.GetValue<string>());
        var url = $"{CaseDesk.Root}/notices/{notice["id"]!.GetValue<Guid>()}/read";
        (await host.DeskOf(TestAccounts.OtherCaseManager).Http.PostAsync(url, new { })).Expect(HttpStatusCode.NotFound);
        (await desk.Http.PostAsync(url, new { })).Expect(HttpStatusCode.NoContent);
        Assert.DoesNotContain(await desk.NoticesAsync(unread: true), found => found!["caseId"]!.GetValue<Guid>() == id);
        Assert.DoesNotContain(await host.DeskOf(TestAccounts.OtherCaseManager).NoticesAsync(), found => found!["caseId"]!.GetValue<Guid>() == id);
    }

    private async Task<string> PlayAsync(string[] order)
    {
        var desk = host.Desk;
        var id = await desk.OpenAsync();
        var play = new NetworkPlay(await desk.NeedAsync(id));
        foreach (var step in order) await SendAsync(play.Of(step), twice: true);
        await SendAsync(play.EarlierState);
        await SendAsync(play.Of(order[0]));

        var need = (await desk.ReadAsync(id)).Json["structuralNeeds"]![0]!;
        var decision = Assert.Single(need["decisions"]!.AsArray())!;
        var shown = new[] { need["themeTitle"], need["themeState"], decision["number"], decision["title"], decision["measureState"], decision["startedOn"], decision["completedOn"], decision["outcome"] };
        return string.Join('|', shown.Select(node => node?.GetValue<string>())) + "|" + string.Join(',', await KindsAsync(desk, id));
    }

    private static async Task<IEnumerable<string>> KindsAsync(CaseDesk desk, Guid id) => (await desk.NoticesAsync())
        .Where(notice => notice!["caseId"]!.GetValue<Guid>() == id).Select(notice => notice!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal);

    /// <summary>Publishes and waits until the service has dealt with it; queues run side by side, so order needs waiting.</summary>
    private async Task SendAsync(object message, bool twice = false)
    {
        var messageId = Guid.NewGuid();
        for (var i = 0; i < (twice ? 2 : 1); i++)
        {
            await (message switch
            {
                NeedStateChanged state => host.PublishAsync(state, messageId),
                ResolutionAdopted resolution => host.PublishAsync(resolution, messageId),
                MeasureStarted started => host.PublishAsync(started, messageId),
                MeasureCompleted completed => host.PublishAsync(completed, messageId),
                _ => throw new ArgumentException("no event of the network", nameof(message)),
            });
        }

        await host.EventuallyAsync(async () => (await host.QueryAsync("select 1 from inbox where message_id = $1", messageId)).Count == 1, what: message.GetType().Name);
    }

    /// <summary>What the network publishes about one theme with one need.</summary>
    private sealed class NetworkPlay(Guid need, bool othersOnly = false)
    {
        private readonly Guid _theme = Guid.NewGuid();
        private readonly Guid _resolution = Guid.NewGuid();
        private readonly Guid _measure = Guid.NewGuid();

        public NeedStateChanged EarlierState => new() { ThemeId = _theme, Version = 1, Title = "Wohnen", State = "GEBUENDELT", NeedIds = [need] };

        public NeedStateChanged State => new() { ThemeId = _theme, Version = 4, Title = "Wohnungslotsen fehlen", State = "IN_UMSETZUNG", NeedIds = [need, Guid.NewGuid()] };

        public ResolutionAdopted Resolution => new()
        {
            ResolutionId = _resolution, Version = 1, ThemeId = _theme, NeedIds = othersOnly ? [Guid.NewGuid()] : [need], Number = "2/2026", Title = "Lotsenstelle schaffen",
            Committee = "steuerungsgruppe", CommitteeName = "Steuerungsgruppe", AdoptedOn = new DateOnly(2026, 11, 1), Scope = [], MeasureId = _measure,
            MeasureTitle = "Stelle ausschreiben", MeasureOwner = "ki", MeasureOwnerName = "KI Kreis Coesfeld", DueOn = new DateOnly(2027, 3, 1),
        };

        public object Of(string step) => step switch
        {
            "state" => State,
            "resolution" => Resolution,
            "started" => new MeasureStarted { MeasureId = _measure, Version = 2, ResolutionId = _resolution, ThemeId = _theme, StartedOn = new DateOnly(2026, 11, 2) },
            _ => new MeasureCompleted { MeasureId = _measure, Version = 3, ResolutionId = _resolution, ThemeId = _theme, CompletedOn = new DateOnly(2026, 11, 20), Outcome = "Neue Lotsenstelle" },
        };
    }
}
