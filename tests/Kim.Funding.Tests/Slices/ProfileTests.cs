using System.Text.Json.Nodes;
using Kim.Funding.Reference;
using Kim.ServiceKit.Profile;

namespace Kim.Funding.Tests.Slices;

/// <summary>A host with a copy of the profile that the test may edit and import again.</summary>
public sealed class EditableProfileHost : FundingHost
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
    private static readonly string[] Tables =
    [
        "organisations", "municipalities", "programmes", "districts", "settings", "kim_modules", "module_quotas", "positions", "position_attributes",
        "occupancies", "decisions", "grants", "cost_types", "costs", "lump_sums", "pro_rating_rules", "funding_pots",
    ];

    [Fact]
    public async Task Importing_again_changes_nothing_and_keeps_what_the_office_wrote()
    {
        // The two holders with accounts of the demo: identity is told of both.
        Assert.Equal(2, await host.Database.ScalarAsync<long>("select count(*) from outbox where type = 'kim.funding.position-filled'"));
        var before = await RowsAsync();
        Assert.All(Tables, table => Assert.Contains(before, row => row.StartsWith(table, StringComparison.Ordinal)));
        // Another mark of the same content: the file is read again, nothing in it is new.
        ProfileCopy.Edit(host.Folder, "decisions.json", root => root["items"]![0]!["demo"] = false);
        await host.ImportAgainAsync();
        Assert.Equal(before, await RowsAsync());

        await host.QueryAsync("update position_attributes set recorded = jsonb_build_object('by', $1::text, 'at', '2026-01-01T00:00:00Z'), employer = 'kreis' where position = 'cm-5'", TestAccounts.FundingOfficer.Id.ToString());
        ProfileCopy.Edit(host.Folder, "positions.json", root =>
        {
            foreach (var key in (string[])["cm-5", "cm-6"]) root["items"]!.AsArray().Single(item => item!["key"]!.GetValue<string>() == key)!["employer"] = "stadt-coesfeld";
        });
        ProfileCopy.Edit(host.Folder, "grants.json", root => root["items"]![0]!["periods"]!.AsArray().Add(new JsonObject
        {
            ["validFrom"] = "2021-04-28", ["validUntil"] = "2028-01-01", ["knownFrom"] = "2026-06-01", ["demo"] = true, ["sources"] = new JsonArray("S-48"),
        }));
        await host.ImportAgainAsync();
        Assert.Equal("kreis", (await host.GetAsync("/positions/cm-5"))["employer"]!.GetValue<string>());
        Assert.Equal("stadt-coesfeld", (await host.GetAsync("/positions/cm-6"))["employer"]!.GetValue<string>());
        Assert.Equal(2, (await host.GetAsync("/positions/cm-6"))["attributes"]!.AsArray().Count);
        Assert.Equal(2, (await host.GetAsync($"/grants/{await host.GrantAsync("kim-modul-i")}"))["periods"]!.AsArray().Count);
    }

    public static TheoryData<string, string, string> Faults() => new()
    {
        { "carrier", "programmes.json", "/items/0/components/0/carriers/0/organisation" },
        { "quota", "kim-modules.json", "/items/1/quotas/1/validFrom" },
        { "employer", "positions.json", "/items/0/employer" },
        { "holder", "occupancies.json", "/items/0/fte" },
        { "holder-day", "occupancies.json", "/items/0/validFrom" },
        { "decision", "decisions.json", "/items/0/organisation" },
        { "programme", "grants.json", "/items/0/programme" },
        { "known", "grants.json", "/items/3/periods/1/knownFrom" },
        { "year", "grants.json", "/items/0/instalments" },
        { "rule", "cost-types.json", "/items/0/eligibility/0/programme" },
        { "line", "costs.json", "/items/1/line" },
        { "sum", "lump-sums.json", "/items/1/validFrom" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_reference_or_rule_is_refused_with_file_and_pointer(string fault, string file, string pointer)
    {
        var folder = ProfileCopy.Make();
        try
        {
            ProfileCopy.Edit(folder, file, root => Break(root["items"]!.AsArray(), fault));
            var profile = await ProfileDocuments.LoadAsync(folder, new FundingProfile().Files, demo: true, default);
            var refused = Assert.Throws<ProfileException>(() => FundingProfile.Check(profile));
            var error = Assert.Single(refused.Errors);
            Assert.Equal((file, pointer), (error.File, error.Pointer));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Without_demo_no_invented_amount_and_no_invented_holder_is_imported()
    {
        var profile = await ProfileDocuments.LoadAsync(Repository.Profile, new FundingProfile().Files, demo: false, default);
        FundingProfile.Check(profile);
        Assert.Empty(profile.Items<Kim.Funding.Reference.Profile.CostEntry>("costs.json"));
        Assert.All(profile.Items<Kim.Funding.Reference.Profile.GrantEntry>("grants.json"), grant => Assert.Empty(grant.Value.Instalments));
        Assert.All(profile.Items<Kim.Funding.Reference.Profile.OccupancyEntry>("occupancies.json"), row => Assert.Null(row.Value.Account));
    }

    private static void Break(JsonArray items, string fault)
    {
        switch (fault)
        {
            case "carrier": items[0]!["components"]![0]!["carriers"]![0]!["organisation"] = "niemand"; break;
            case "quota": items[1]!["quotas"]![0]!["validUntil"] = "2022-01-02"; break;
            case "employer": items[0]!["employer"] = "niemand"; break;
            case "holder": items[0]!["fte"] = 1.5; break;
            case "holder-day": items[0]!["validFrom"] = "2021-04-27"; break;
            case "decision": items[0]!["organisation"] = "niemand"; break;
            case "programme": items[0]!["programme"] = "niemals"; break;
            case "known": items[3]!["periods"]![1]!["knownFrom"] = "2019-10-01"; break;
            case "year": items[0]!["instalments"]![1]!["year"] = items[0]!["instalments"]![0]!["year"]!.GetValue<int>(); break;
            case "rule": items[0]!["eligibility"]![0]!["programme"] = "niemals"; break;
            case "line": items[1]!["voucher"] = items[0]!["voucher"]!.GetValue<string>(); break;
            case "sum": items[0]!["validUntil"] = "2022-01-02"; items.RemoveAt(2); break;
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
