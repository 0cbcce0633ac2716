using System.Text.Json.Nodes;
using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>The invented Kreis is valid by the same schemas and shares no key with the first.</summary>
public sealed class MusterkreisTests
{
    [Fact]
    public async Task It_has_every_file_two_organisations_and_three_municipalities()
    {
        var files = Directory.GetFiles(Repository.SampleProfile, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Coesfeld.Files, files);
        var profile = await ProfileDocuments.LoadAsync(Repository.SampleProfile, files, demo: true, default);
        Assert.Equal(2, profile.Keys("organisations.json").Count);
        Assert.Equal(3, profile.Keys("municipalities.json").Count);
        Assert.Single(profile.Items<OrganisationEntry>("organisations.json"), item => item.Value.ActorType == "KI");
    }

    [Theory]
    [InlineData("organisations.json"), InlineData("municipalities.json"), InlineData("committees.json"), InlineData("offers.json"), InlineData("positions.json")]
    [InlineData("districts.json"), InlineData("demo-accounts.json"), InlineData("pool.json"), InlineData("programmes.json"), InlineData("funding-pots.json")]
    public void It_shares_no_key_with_the_first(string file) => Assert.Empty(Keys(Repository.Profile, file).Intersect(Keys(Repository.SampleProfile, file), StringComparer.Ordinal));

    [Theory, InlineData("naturalisation-rules.json"), InlineData("naturalisation-statuses.json"), InlineData("naturalisation-fees.json")]
    public void Federal_law_is_the_same_in_both(string file) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Profile, file)), File.ReadAllText(Path.Combine(Repository.SampleProfile, file)));

    private static IEnumerable<string> Keys(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!["items"]!.AsArray()
        .Select(item => (string)(item!["key"] ?? item["id"] ?? item["ags"])!);
}
