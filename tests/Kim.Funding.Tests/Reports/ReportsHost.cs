using System.Reflection;
using System.Text.Json.Nodes;

namespace Kim.Funding.Tests.Reports;

/// <summary>Funding with the profile of the Kreis, and what tests of reports do with it again and again.</summary>
public class ReportsHost : ServiceHost<Program>
{
    public const string Api = "/api/v1/funding";
    private static readonly MethodInfo Publish = typeof(ReportsHost).GetMethod(nameof(PublishOneAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public ReportsHost() : base("funding") => Profile = Repository.Profile;

    public HttpClient Officer => ClientFor(TestAccounts.FundingOfficer);

    public HttpClient Funder => ClientFor(TestAccounts.Funder);

    /// <summary>Publishes events as they are and waits until the journal has each of them once.</summary>
    internal async Task TellAsync(IEnumerable<TestEvent> events)
    {
        // In portions: a test's pool of connections is small.
        foreach (var portion in events.Chunk(60))
        {
            foreach (var entry in portion) await (Task)Publish.MakeGenericMethod(entry.Message.GetType()).Invoke(this, [entry.Message])!;
            await EventuallyAsync(async () => (await JournalAsync(portion)).Count == portion.Select(Key).Distinct().Count(), TimeSpan.FromSeconds(60), "the journal");
        }
    }

    private async Task<HashSet<string>> JournalAsync(IReadOnlyList<TestEvent> wanted)
    {
        var keys = wanted.Select(Key).ToHashSet(StringComparer.Ordinal);
        var rows = await QueryAsync("select aggregate || ' ' || version || ' ' || wire_name as key from report_journal where aggregate = any($1)", wanted.Select(entry => entry.Ref).Distinct().ToArray());
        return [.. rows.Select(row => (string)row["key"]!).Where(keys.Contains)];
    }

    private static string Key(TestEvent entry) => $"{entry.Ref} {entry.Version} {Kim.ServiceKit.Messaging.EventCatalogue.WireNameOf(entry.Message.GetType())}";

    public async Task<Answer> DraftAsync(string from, string until) =>
        (await Officer.PostAsync($"{Api}/reports", new { from, until })).Expect(HttpStatusCode.Created);

    public async Task<Answer> StepAsync(Guid id, string step, object? body = null)
    {
        var etag = (await Officer.CallAsync($"{Api}/reports/{id}")).Expect(HttpStatusCode.OK).ETag;
        return await Officer.PostAsync($"{Api}/reports/{id}/{step}", body ?? new { }, ifMatch: etag);
    }

    public async Task<Answer> ReleaseAsync(Guid id)
    {
        (await StepAsync(id, "validation")).Expect(HttpStatusCode.OK);
        return (await StepAsync(id, "release")).Expect(HttpStatusCode.OK);
    }

    public async Task<string> CanonicalAsync(Guid id, int version) =>
        (await Database.ScalarAsync<string>("select canonical from report_versions where report_id = $1 and number = $2", id, version))!;

    /// <summary>All projections as text.</summary>
    public async Task<string> ProjectionsAsync()
    {
        string[] tables = ["report_case_steps", "report_needs", "report_need_withdrawals", "report_theme_steps", "report_resolutions", "report_measure_steps", "report_booking_steps", "report_unreadable"];
        var texts = new List<string>();
        foreach (var table in tables) texts.Add($"{table}: " + await Database.ScalarAsync<string>($"select coalesce(string_agg(t::text, E'\n' order by t.ref, t.version), '') from {table} t"));
        return string.Join("\n", texts);
    }

    /// <summary>Runs the service's mode <c>replay</c> as a process of its own would.</summary>
    public Task<int> ReplayAsync() => RunMigrateAsync(["replay", .. Settings().Select(pair => $"--{pair.Key}={pair.Value}")]);

    private Task PublishOneAsync<T>(T message) where T : class => PublishAsync(message);

    public static JsonNode Figure(Answer answer, string table, params string[] codes) => answer.Json["figures"]!.AsArray()
        .Single(cell => cell!["table"]!.GetValue<string>() == table && cell["codes"]!.AsArray().Select(code => code!.GetValue<string>()).SequenceEqual(codes))!;
}
