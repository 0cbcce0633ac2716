using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kim.Profile.Tests;

/// <summary>Every fact says where it comes from, and what nobody wrote down is marked.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public async Task Every_file_is_valid_and_every_schema_has_a_file()
    {
        var profile = await Coesfeld.LoadAsync();
        Assert.Matches("^[0-9a-f]{64}$", profile.Hash);
        Assert.Equal(Coesfeld.Files.Select(file => file.Replace(".json", ".schema.json", StringComparison.Ordinal)), Schemas.Files);
        Assert.All(Schemas.Files, file => Assert.Equal(
            File.ReadAllText(Path.Combine(Schemas.Folder, file)), BuiltIn(file)));
    }

    private static string BuiltIn(string file)
    {
        using var stream = typeof(Kim.ServiceKit.Profile.ProfileDocuments).Assembly.GetManifestResourceStream("schema/" + file)!;
        return new StreamReader(stream).ReadToEnd();
    }

    [Fact]
    public void Schemas_are_draft_7_and_strict()
    {
        foreach (var file in Schemas.Files)
        {
            var schema = Schemas.Read(file);
            Assert.Equal("http://json-schema.org/draft-07/schema#", schema.GetProperty("$schema").GetString());
            Assert.All(Schemas.Objects(file, schema), found =>
                Assert.True(found.Schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False, found.Place));
        }
    }

    [Fact]
    public void Source_ids_exist_in_the_numbering_and_in_docs_sources()
    {
        var documented = SourceRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "sources.md")))
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        for (var i = 1; i <= 67; i++) Assert.Contains($"S-{i:00}", documented);
        for (var i = 1; i <= 17; i++) Assert.Contains($"D-{i}", documented);
        for (var i = 1; i <= 8; i++) Assert.Contains($"A-{i}", documented);

        var cited = Facts().SelectMany(fact => fact.Sources).Distinct(StringComparer.Ordinal).ToList();
        Assert.All(cited, id => Assert.Contains(id, documented));
    }

    [Fact]
    public void What_neither_the_slides_nor_a_public_page_nor_a_standard_names_is_demo_or_an_assumed_setting()
    {
        var unmarked = Facts().Where(fact => fact is { Demo: false, Assumed: false } && fact.Sources.All(id => id.StartsWith("K-", StringComparison.Ordinal)));
        Assert.Empty(unmarked.Select(fact => fact.Place));
    }

    [Fact]
    public void Invented_people_and_accounts_are_demo_without_exception()
    {
        var facts = Facts().Where(fact => fact.Place.StartsWith("pool.json/items/", StringComparison.Ordinal)
            || fact.Place.StartsWith("demo-accounts.json/items/", StringComparison.Ordinal)
            || fact.Place.StartsWith("rate-rules.json/items/", StringComparison.Ordinal)).ToList();
        Assert.Equal(14 + 12 + 1, facts.Count);
        Assert.All(facts, fact => Assert.True(fact.Demo, fact.Place));
    }

    [Fact]
    public void The_demo_and_assumed_marks_never_stand_together()
    {
        Assert.Empty(Facts().Where(fact => fact is { Demo: true, Assumed: true }).Select(fact => fact.Place));
    }

    private static IEnumerable<Fact> Facts() => Coesfeld.Files.SelectMany(file =>
        Facts(file, JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Profile, file))).RootElement, demo: false));

    // A part of a demo entry is demo as well.
    private static IEnumerable<Fact> Facts(string place, JsonElement node, bool demo)
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().Index().SelectMany(entry => Facts($"{place}/{entry.Index}", entry.Item, demo));
        if (node.ValueKind != JsonValueKind.Object) return [];
        var marked = demo || Flag(node, "demo");
        var below = node.EnumerateObject().SelectMany(member => Facts($"{place}/{member.Name}", member.Value, marked));
        return node.TryGetProperty("sources", out var sources)
            ? below.Prepend(new Fact(place, [.. sources.EnumerateArray().Select(id => id.GetString()!)], marked, Flag(node, "assumed")))
            : below;
    }

    private static bool Flag(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    [GeneratedRegex(@"^\| ([A-Z][A-Z0-9.-]*[0-9A-Z]) \|", RegexOptions.Multiline)]
    private static partial Regex SourceRow();

    private sealed record Fact(string Place, IReadOnlyList<string> Sources, bool Demo, bool Assumed);
}
