using System.Text.Json.Nodes;
using Kim.Interpreters.Reference;
using Kim.ServiceKit.Profile;

namespace Kim.Interpreters.Tests.Slices;

/// <summary>A host with a copy of the profile that the test may edit and import again.</summary>
public sealed class EditableProfileHost : InterpretersHost
{
    public EditableProfileHost()
    {
        Folder = ProfileCopy.Make();
        Profile = Folder;
    }

    public string Folder { get; }

    /// <summary>Runs the service's own <c>migrate</c> on the same database once more.</summary>
    public async Task ImportAgainAsync()
    {
        var settings = Settings().Select(pair => $"--{pair.Key}={pair.Value}");
        Assert.Equal(0, await RunMigrateAsync(["migrate", .. settings, $"--ConnectionStrings:DatabaseOwner={Database.Owner};Pooling=false"]));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class ProfileCopy
{
    public static string Make()
    {
        var target = Directory.CreateTempSubdirectory("kim-profile-").FullName;
        foreach (var file in Directory.GetFiles(Repository.Profile, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Repository.Profile, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    public static void Edit(string folder, string file, Action<JsonObject> change)
    {
        var path = Path.Combine(folder, file);
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(root);
        File.WriteAllText(path, root.ToJsonString());
    }
}

public sealed class ProfileTests(EditableProfileHost host) : IClassFixture<EditableProfileHost>
{
    private static readonly string[] Tables = ["languages", "places", "interpreters", "rate_rules", "funding_pots", "pool_rules"];

    [Fact]
    public async Task An_import_of_the_same_content_writes_nothing()
    {
        var before = await RowsAsync();
        Assert.True(before.Count > 40, $"only {before.Count} rows");
        // Another layout of the file: the importer reads it again, and finds nothing new in it.
        ProfileCopy.Edit(host.Folder, "pool.json", _ => { });
        await host.ImportAgainAsync();
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Changed_rules_begin_today_and_the_earlier_ones_stay()
    {
        await host.QueryAsync("update pool_rules set recorded_at = now()");
        ProfileCopy.Edit(host.Folder, "pool-rules.json", root => root["leadTime"]!["workingDays"] = 3);
        await host.ImportAgainAsync();
        var rows = await host.QueryAsync("select rules->>'leadTimeWorkingDays' as days, valid_until is null as open from pool_rules order by valid_from");
        Assert.Equal([("5", false), ("3", true)], rows.Select(row => ((string)row["days"]!, (bool)row["open"]!)));
        var rules = (await host.Desk.CallAsync("/api/v1/interpreters/pool-rules")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(3, rules["leadTimeWorkingDays"]!.GetValue<int>());
        var earlier = (await host.Desk.CallAsync("/api/v1/interpreters/pool-rules?on=2024-01-01")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal((5, 840m), (earlier["leadTimeWorkingDays"]!.GetValue<int>(), earlier["allowanceCeilingEur"]!.GetValue<decimal>()));
    }

    public static TheoryData<string, string, string> Faults() => new()
    {
        { "homeAgs", "pool.json", "/items/0/homeAgs" },
        { "language", "pool.json", "/items/0/languages/0/code" },
        { "dialect", "pool.json", "/items/0/languages/0/dialects/0" },
        { "account", "pool.json", "/items/1/account" },
        { "window", "pool.json", "/items/0/availability/0/until" },
        { "funder", "funding-pots.json", "/items/0/funder" },
        { "amounts", "funding-pots.json", "/items/1/amounts/1/validFrom" },
        { "rate", "rate-rules.json", "/items/1/validFrom" },
        { "ceiling", "pool-rules.json", "/ceilings/1/validFrom" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_reference_is_refused_with_file_and_pointer(string fault, string file, string pointer)
    {
        var folder = ProfileCopy.Make();
        try
        {
            ProfileCopy.Edit(folder, file, root => Break(root, fault));
            var profile = await ProfileDocuments.LoadAsync(folder, new InterpretersProfile().Files, demo: true, default);
            var refused = Assert.Throws<ProfileException>(() => ProfileChecks.Run(profile));
            var error = Assert.Single(refused.Errors);
            Assert.Equal((file, pointer), (error.File, error.Pointer));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Break(JsonObject root, string fault)
    {
        var items = root["items"]?.AsArray();
        switch (fault)
        {
            case "homeAgs": items![0]!["homeAgs"] = "05558999"; break;
            case "language": items![0]!["languages"]![0]!["code"] = "qqq"; break;
            case "dialect": items![0]!["languages"]![0]!["dialects"] = new JsonArray("xyz"); break;
            case "account": items![1]!["account"] = items[0]!["account"]!.GetValue<string>(); break;
            case "window": items![0]!["availability"]![0]!["until"] = "07:59"; break;
            case "funder": items![0]!["funder"] = "niemand"; break;
            case "amounts": items![1]!["amounts"]![0]!["validUntil"] = "2019-01-02"; break;
            case "ceiling": root["ceilings"]![0]!["validUntil"] = "2026-01-02"; break;
            case "rate":
                var second = items![0]!.DeepClone();
                second["key"] = "zweite";
                second["validFrom"] = "2026-01-01";
                items.Add(second);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Tables)
            rows.AddRange((await host.QueryAsync($"select '{table}' || xmin::text || t::text as row from {table} t order by 1")).Select(row => (string)row["row"]!));
        return rows;
    }
}
