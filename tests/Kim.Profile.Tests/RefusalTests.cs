using System.Text;
using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>Bad data is refused with file, JSON pointer and reason.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly ProfileCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        // file, text, replacement, pointer, part of the reason
        { "municipalities.json", "\"05558004\"", "5558004", "/items/0/ags", "must be a text" },
        { "municipalities.json", "\"05558004\"", "\"0555800\"", "/items/0/ags", "pattern" },
        { "municipalities.json", "\"05558008\"", "\"05558004\"", "/items/1/ags", "already the ags of /items/0" },
        { "municipalities.json", "15900", "\"15900\"", "/items/0/population", "whole number" },
        { "municipalities.json", "15900", "15900.5", "/items/0/population", "whole number" },
        { "municipalities.json", "2023-12-31", "2023-02-30", "/kreis/populationOn", "date" },
        { "municipalities.json", "\"seat\": false,", "", "/items/0/seat", "missing" },
        { "organisations.json", "\"KREIS\"", "\"KRAIS\"", "/items/0/actorType", "must be one of AFA, JOBCENTER" },
        { "organisations.json", "\"hoheitlich\": true", "\"hoheitlich\": 1", "/items/0/hoheitlich", "true or false" },
        { "organisations.json", "\"S-01\"", "\"S-68\"", "/items/0/sources/0", "pattern" },
        { "offers.json", "\"provider\"", "\"provider/~x\": 1, \"provider\"", "/items/0/provider~1~0x", "not a member" },
        { "offers.json", "\"provider\"", "\"provider\": \"kreis\", \"provider\"", "/items/0/provider", "twice" },
        { "offers.json", "\"capacity\": null", "\"capacity\": 0", "/items/0/capacity", "at least 1" },
        { "offers.json", "\"capacity\": null", "\"capacity\": \"viele\"", "/items/0/capacity", "must be a whole number" },
        { "offers.json", "[\"FAMILIE\", \"SPRACHE\"]", "[]", "/items/0/topics", "at least 1" },
        { "offers.json", "[\"FAMILIE\", \"SPRACHE\"]", "[\"FAMILIE\", \"FAMILIE\"]", "/items/0/topics", "twice" },
        { "offers.json", "\"2023-07-01\"", "\"2021-05-01\"", "/items/15/validUntil", "after validFrom (2021-05-01)" },
        { "committees.json", "[\"rbb\", \"ki\"]", "[\"rbb\", \"ki\", \"kreis\"]", "/items/21/moderators", "at most 2" },
        { "positions.json", "0.5,", "0.505,", "/items/3/fte", "multiple of 0.01" },
        { "positions.json", "0.5,", "0,", "/items/3/fte", "more than 0" },
        { "pool-rules.json", "\"leadTime\"", "\"leedTime\"", "/leedTime", "not a member" },
        { "demo-accounts.json", "\"demo\": true", "\"demo\": false", "/items/0/demo", "must be one of" },
        { "settings.json", "\"items\": [", "\"items\": {", "/items", "is not JSON: line" },
        { "settings.json", "5,", "5 5,", "/items/0/value", "is not JSON: line" },
        { "kim-modules.json", "\"../schema/kim-modules.schema.json\"", "\"../schema/offers.schema.json\"", "/$schema", "must be one of" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_place(string file, string text, string with, string pointer, string reason)
    {
        _copy.Replace(file, text, with);

        var errors = await _copy.RefusedAsync(file);

        Assert.Contains(errors, error => error.File == file && error.Pointer == pointer && error.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_faults_of_all_files_are_told_at_once()
    {
        _copy.Replace("municipalities.json", "\"STADT\"", "\"DORF\"");
        _copy.Replace("municipalities.json", "36800", "-1");
        _copy.Replace("languages.json", "\"deu\"", "\"de\"");
        File.Delete(_copy.PathOf("settings.json"));

        var refused = await Assert.ThrowsAsync<ProfileException>(() => _copy.LoadAsync("municipalities.json", "languages.json", "settings.json"));

        Assert.Equal(
            ["languages.json /items/0/code", "municipalities.json /items/1/kind", "municipalities.json /items/2/population", "settings.json "],
            refused.Errors.Select(error => $"{error.File} {error.Pointer}").Order(StringComparer.Ordinal));
        Assert.All(refused.Errors, error => Assert.Contains(error.ToString(), refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_or_folder_is_named()
    {
        File.Delete(_copy.PathOf("offers.json"));
        Assert.Equal([new ProfileError("offers.json", "", "the file is missing")], await _copy.RefusedAsync("offers.json"));

        var nowhere = await Assert.ThrowsAsync<ProfileException>(
            () => ProfileDocuments.LoadAsync(Path.Combine(_copy.Folder, "nowhere"), ["offers.json"], demo: true, default));
        Assert.Contains(new ProfileError("offers.json", "", "the file is missing"), nowhere.Errors);
    }

    [Fact]
    public async Task A_file_without_schema_is_refused()
    {
        File.Move(_copy.PathOf("offers.json"), _copy.PathOf("strange.json"));
        Assert.Equal([new ProfileError("schema/strange.schema.json", "", "the schema is missing")], await _copy.RefusedAsync("strange.json"));
    }

    [Fact]
    public async Task A_profile_without_schemas_is_held_to_the_built_in_ones()
    {
        Directory.Delete(_copy.PathOf("schema"), recursive: true);
        await _copy.LoadAsync("offers.json");
        _copy.Replace("offers.json", "\"capacity\": null", "\"capacity\": 0");
        Assert.Equal("/items/0/capacity", Assert.Single(await _copy.RefusedAsync("offers.json")).Pointer);
    }

    [Fact]
    public async Task A_broken_schema_lets_nothing_pass()
    {
        File.WriteAllText(_copy.PathOf("schema/offers.schema.json"), "{ \"$ref\": \"#/definitions/nowhere\" }");
        var error = Assert.Single(await _copy.RefusedAsync("offers.json"));
        Assert.Equal("schema/offers.schema.json", error.File);
        Assert.Contains("is not a JSON schema", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named()
    {
        File.Delete(_copy.PathOf("offers.json"));
        Directory.CreateDirectory(_copy.PathOf("offers.json"));
        var error = Assert.Single(await _copy.RefusedAsync("offers.json"));
        Assert.Equal(("offers.json", ""), (error.File, error.Pointer));
        Assert.Contains("cannot be read", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' }, "byte order mark")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0 }, "byte order mark")]
    [InlineData(new byte[] { (byte)'"', 0xE4, (byte)'"' }, "is not UTF-8: byte 1")]
    [InlineData(new byte[0], "is not JSON")]
    [InlineData(new byte[] { (byte)'[', (byte)']' }, "must be an object")]
    [InlineData(new byte[] { (byte)'n', (byte)'u', (byte)'l', (byte)'l' }, "must be an object")]
    public async Task Bytes_that_are_no_profile_are_refused(byte[] bytes, string reason)
    {
        File.WriteAllBytes(_copy.PathOf("settings.json"), bytes);
        var errors = await _copy.RefusedAsync("settings.json");
        Assert.Contains(errors, error => error is { File: "settings.json", Pointer: "" } && error.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_is_deeper_than_any_parser_goes_is_refused()
    {
        File.WriteAllText(_copy.PathOf("settings.json"), new StringBuilder().Insert(0, "[", 5000).ToString());
        Assert.Contains("is not JSON", Assert.Single(await _copy.RefusedAsync("settings.json")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_is_reported_at_its_place_even_when_demo_entries_before_it_are_left_out()
    {
        var profile = await Coesfeld.LoadAsync(demo: false);
        var last = profile.Items<CommitteeEntry>("committees.json")[^1];
        Assert.Equal("regionale-fachkonferenz", last.Value.Key);
        var district = Assert.Single(profile.Items<DistrictEntry>("districts.json"));

        var refusal = Assert.Single(district.Error("/position", "no position has the key 'x'").Errors);

        Assert.Equal("districts.json#/items/0/position: no position has the key 'x'", refusal.ToString());
        Assert.Equal(profile.Items<OfferEntry>("offers.json").Count, profile.Keys("offers.json").Count);
    }

    [Fact]
    public async Task A_record_that_does_not_know_a_member_refuses_it()
    {
        var profile = await Coesfeld.LoadAsync();
        var refused = Assert.Throws<ProfileException>(() => profile.Items<SettingEntry>("languages.json"));
        Assert.StartsWith("/items/0", Assert.Single(refused.Errors).Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_reads_only_the_files_that_it_names()
    {
        var profile = await ProfileDocuments.LoadAsync(Repository.Profile, ["languages.json"], demo: true, default);
        Assert.Throws<InvalidOperationException>(() => profile.Items<OfferEntry>("offers.json"));
    }

    [Fact]
    public async Task A_setting_that_is_missing_is_named()
    {
        var profile = await Coesfeld.LoadAsync();
        Assert.Equal(5, profile.Setting("themeThreshold"));
        Assert.Contains("'nothing'", Assert.Throws<ProfileException>(() => profile.Setting("nothing")).Message, StringComparison.Ordinal);
    }
}
