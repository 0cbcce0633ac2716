using System.Text.Json.Nodes;
using Kim.Naturalisation.Reference;
using Kim.ServiceKit.Profile;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>A host with a copy of the profile that the test may edit and import again.</summary>
public sealed class EditableProfileHost : NaturalisationHost
{
    public EditableProfileHost() => Profile = Folder = ProfileCopy.Make();

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
    private const string Rules = NaturalisationProfile.Rules;

    [Fact]
    public async Task Changed_law_becomes_a_revision_and_is_work_for_open_procedures()
    {
        var before = await RowsAsync();
        ProfileCopy.Edit(host.Folder, Rules, _ => { });
        await host.ImportAgainAsync();
        Assert.Equal(before, await RowsAsync());

        var id = await host.PulledAsync();
        (await host.CheckAsync(id)).Expect(HttpStatusCode.Created);
        ProfileCopy.Edit(host.Folder, Rules, root => root["items"]![3]!["crime"]!["slightExcessUnits"] = 10);
        await host.ImportAgainAsync();
        var rows = await host.QueryAsync("select key, revision, superseded_at is null as current from rule_sets where key = 'R3' order by revision");
        Assert.Equal([(1, false), (2, true)], rows.Select(row => ((int)row["revision"]!, (bool)row["current"]!)));
        var work = (await host.Officer.CallAsync($"{NaturalisationHost.Api}/worklist")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray().Single()!;
        Assert.Equal((id.ToString(), "R3.1", "R3.2"), (work["referralId"]!.GetValue<string>(), work["checkedUnder"]!.GetValue<string>(), work["rulesNow"]!.GetValue<string>()));
    }

    public static TheoryData<string, string, string> Faults() => new()
    {
        { "gap", Rules, "/items/3/validFrom" },
        { "closed", Rules, "/items/3/validUntil" },
        { "status", Rules, "/items/0/permits/excluded/0/status" },
        { "route", Rules, "/items/1/routes" },
        { "fee", NaturalisationProfile.FeeRules, "/fees/3/validFrom" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Law_that_contradicts_itself_is_refused_with_file_and_pointer(string fault, string file, string pointer)
    {
        var folder = ProfileCopy.Make();
        try
        {
            ProfileCopy.Edit(folder, file, root => Break(root, fault));
            var profile = await ProfileDocuments.LoadAsync(folder, new NaturalisationProfile().Files, demo: false, default);
            var refused = Assert.Throws<ProfileException>(() => { NaturalisationProfile.Book(profile); NaturalisationProfile.Fees(profile); });
            Assert.Equal((file, pointer), (refused.Errors.Single().File, refused.Errors.Single().Pointer));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Break(JsonObject root, string fault)
    {
        switch (fault)
        {
            case "gap": root["items"]![3]!["validFrom"] = "2026-01-15"; break;
            case "closed": root["items"]![3]!["validUntil"] = "2030-01-01"; break;
            case "status": root["items"]![0]!["permits"]!["excluded"]![0]!["status"] = "AE_99"; break;
            case "route": root["items"]![1]!["routes"]![1]!["route"] = "STAG_10"; break;
            case "fee": root["fees"]!.AsArray().Add(root["fees"]![0]!.DeepClone()); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        [.. (await host.QueryAsync("select xmin::text || t::text as row from rule_sets t union all select xmin::text || l::text from law_documents l order by 1")).Select(row => (string)row["row"]!)];
}
