using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kim.Profile.Tests;

/// <summary>
/// The one table of the customer's facts: each statement of the slides (S-), each box of their picture (D-) and each correction (A-)
/// with the places in the profile where it lives, or why it is no data. <c>docs/profile-ids.json</c> is the table,
/// <c>docs/profile-ids.md</c> its readable form.
/// </summary>
public sealed partial class IdTableTests
{
    private static readonly IReadOnlyList<string> Ids =
        [.. Enumerable.Range(1, 67).Select(i => $"S-{i:00}"), .. Enumerable.Range(1, 17).Select(i => $"D-{i}"), .. Enumerable.Range(1, 8).Select(i => $"A-{i}")];

    private static readonly IReadOnlyList<Row> Table = JsonSerializer.Deserialize<List<Row>>(
        File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "profile-ids.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<string> EveryId => [.. Ids];

    [Fact]
    public void The_table_has_each_id_once_and_in_order() => Assert.Equal(Ids, Table.Select(row => row.Id));

    [Theory, MemberData(nameof(EveryId))]
    public void Each_id_lives_where_the_table_says(string id)
    {
        var row = Table.Single(found => found.Id == id);
        Assert.True(row.Places.Count > 0 || !string.IsNullOrWhiteSpace(row.Why), $"{id} has neither a place nor a reason");
        Assert.Equal(row.Places.Distinct(StringComparer.Ordinal), row.Places);
        foreach (var place in row.Places)
        {
            var found = Find(place);
            Assert.True(found is not null, $"{id}: {place} does not exist");
            Assert.True(found["sources"] is JsonArray sources && sources.Any(source => (string?)source == id), $"{id}: {place} does not name it among its sources");
        }
    }

    [Fact]
    public void The_profile_cites_no_id_that_the_table_does_not_know()
    {
        var cited = Coesfeld.Files.SelectMany(file => Citations(Read(file))).Where(id => Citation().IsMatch(id)).Distinct(StringComparer.Ordinal);
        Assert.Empty(cited.Except(Ids, StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_data_is_cited_nowhere()
    {
        var cited = Coesfeld.Files.SelectMany(file => Citations(Read(file))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["S-07"], Table.Where(row => row.Places.Count == 0).Select(row => row.Id));
        Assert.DoesNotContain("S-07", cited);
    }

    [Fact]
    public void A_place_that_is_wrong_is_found()
    {
        Assert.Null(Find("texts.json#/items/nothing"));
        Assert.Null(Find("nothing.json#/items/leitgedanke"));
        Assert.Null(Find("committees.json#/legend/***"));
        Assert.NotNull(Find("committees.json#/legend/**"));
        Assert.NotNull(Find("programmes.json#/items/durchstarten/components/durchstarten-5"));
    }

    [Fact]
    public void The_readable_table_is_the_approved_one()
    {
        var facts = SourceRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "sources.md"))).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var text = new StringBuilder("""
            # Where each statement of the slides lives

            Made from `profile-ids.json` by a test: each id of [sources.md](sources.md) with its places in `profiles/coesfeld` (file, then the keys
            on the way to the entry) or the reason why it is no data. An entry marked *demo* is invented, one marked *assumed* has to be confirmed.

            | id | statement | lives at | mark |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var row in Table)
        {
            var marks = row.Places.Select(Find).Select(node => Is(node!, "demo") ? "demo" : Is(node!, "assumed") ? "assumed" : "").ToList();
            var places = row.Places.Select((place, index) => $"`{place}`" + (marks[index].Length > 0 && marks.Distinct().Count() > 1 ? $" ({marks[index]})" : ""));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {row.Id} | {facts[row.Id]} | {string.Join("<br>", row.Why is null ? places : places.Append(row.Why))} | {(marks.Distinct().Count() == 1 ? marks[0] : "")} |\n");
        }

        // It stands where the customer looks for it, not among the approvals of the tests.
        var approved = Path.Combine(Repository.Root, "docs", "profile-ids.md");
        if (Environment.GetEnvironmentVariable("KIM_APPROVE") == "1") File.WriteAllText(approved, text.ToString());
        Assert.Equal(text.ToString(), File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "");
    }

    private static bool Is(JsonNode node, string mark) => (bool?)node[mark] ?? false;

    private static JsonNode? Read(string file)
    {
        var path = Path.Combine(Repository.Profile, file);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path)) : null;
    }

    private static JsonNode? Find(string place)
    {
        var parts = place.Split("#/");
        var node = Read(parts[0]);
        foreach (var step in parts[1].Split('/'))
            node = node switch
            {
                JsonArray list => list.FirstOrDefault(item => new[] { "key", "ags", "code", "marker" }.Any(member => item is JsonObject entry && entry[member] is JsonValue value && value.TryGetValue<string>(out var text) && text == step))
                    ?? (int.TryParse(step, out var index) && index < list.Count ? list[index] : null),
                JsonObject entry => entry[step],
                _ => null,
            };
        return node;
    }

    private static IEnumerable<string> Citations(JsonNode? node) => node switch
    {
        JsonObject entry => entry.SelectMany(member => member.Key == "sources" ? member.Value!.AsArray().Select(source => (string)source!) : Citations(member.Value)),
        JsonArray list => list.SelectMany(Citations),
        _ => [],
    };

    [GeneratedRegex("^[SDA]-")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^\| ([SDA]-\d+) \| (.*?) \|", RegexOptions.Multiline)]
    private static partial Regex SourceRow();

    private sealed record Row(string Id, IReadOnlyList<string> Places, string? Why = null);
}
