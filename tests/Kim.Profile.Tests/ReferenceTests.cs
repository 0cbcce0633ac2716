using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>What one file says of another must be there: with demo data and without it.</summary>
public sealed class ReferenceTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_reference_resolves(bool demo)
    {
        var profile = await Coesfeld.LoadAsync(demo);
        var faults = new List<string>();
        foreach (var (target, from, value) in References(profile).Concat(MoreReferences(profile)))
            if (value is not null && !profile.Keys(target).Contains(value)) faults.Add($"{from}: '{value}' is not in {target}");
        Assert.Empty(faults);
    }

    private static IEnumerable<(string Target, string From, string? Value)> References(ProfileDocuments profile)
    {
        const string organisations = "organisations.json", municipalities = "municipalities.json";
        foreach (var m in profile.Items<MunicipalityEntry>(municipalities))
        {
            yield return (organisations, m.Pointer, m.Value.YouthOffice);
            yield return (organisations, m.Pointer, m.Value.KimEmployer);
        }

        foreach (var o in profile.Items<OrganisationEntry>(organisations))
        {
            yield return (municipalities, "organisations" + o.Pointer, o.Value.Ags);
            yield return (organisations, "organisations" + o.Pointer, o.Value.Parent);
        }

        foreach (var o in profile.Items<OfferEntry>("offers.json"))
        {
            yield return (organisations, "offers" + o.Pointer, o.Value.Provider);
            yield return ("fields-of-action.json", "offers" + o.Pointer, o.Value.FieldOfAction);
            yield return ("programmes.json", "offers" + o.Pointer, o.Value.Programme);
            yield return ("offers.json", "offers" + o.Pointer, o.Value.Predecessor);
            foreach (var ags in o.Value.Ags) yield return (municipalities, "offers" + o.Pointer, ags);
            foreach (var code in o.Value.Languages) yield return ("languages.json", "offers" + o.Pointer, code);
        }

        foreach (var p in profile.Items<ProgrammeEntry>("programmes.json"))
        {
            yield return (organisations, "programmes" + p.Pointer, p.Value.Funder);
            foreach (var part in p.Value.Components)
            {
                foreach (var offer in part.Offers) yield return ("offers.json", "programmes" + p.Pointer, offer);
                foreach (var carrier in part.Carriers) yield return (organisations, "programmes" + p.Pointer, carrier.Organisation);
            }
        }
    }

    private static IEnumerable<(string Target, string From, string? Value)> MoreReferences(ProfileDocuments profile)
    {
        const string organisations = "organisations.json", municipalities = "municipalities.json", positions = "positions.json";
        foreach (var c in profile.Items<CommitteeEntry>("committees.json"))
        {
            yield return ("committees.json", "committees" + c.Pointer, c.Value.Parent);
            foreach (var moderator in c.Value.Moderators) yield return (organisations, "committees" + c.Pointer, moderator);
            foreach (var ags in c.Value.Region) yield return (municipalities, "committees" + c.Pointer, ags);
        }

        foreach (var d in profile.Items<DistrictEntry>("districts.json"))
        {
            yield return (positions, "districts" + d.Pointer, d.Value.Position);
            foreach (var ags in d.Value.Ags) yield return (municipalities, "districts" + d.Pointer, ags);
        }

        foreach (var p in profile.Items<PositionEntry>(positions))
        {
            yield return ("kim-modules.json", "positions" + p.Pointer, p.Value.Module);
            yield return (organisations, "positions" + p.Pointer, p.Value.Employer);
            yield return (organisations, "positions" + p.Pointer, p.Value.Fachaufsicht);
            foreach (var ags in p.Value.RegionServed) yield return (municipalities, "positions" + p.Pointer, ags);
            foreach (var programme in p.Value.Programmes) yield return ("programmes.json", "positions" + p.Pointer, programme);
        }

        foreach (var m in profile.Items<KimModuleEntry>("kim-modules.json"))
            foreach (var employer in m.Value.AllowedEmployers) yield return (organisations, "kim-modules" + m.Pointer, employer);
        foreach (var i in profile.Items<InterpreterEntry>("pool.json"))
        {
            yield return (municipalities, "pool" + i.Pointer, i.Value.HomeAgs);
            yield return ("demo-accounts.json", "pool" + i.Pointer, i.Value.Account?.ToString());
            foreach (var spoken in i.Value.Languages) yield return ("languages.json", "pool" + i.Pointer, spoken.Code);
        }

        foreach (var p in profile.Items<FundingPotEntry>("funding-pots.json")) yield return (organisations, "funding-pots" + p.Pointer, p.Value.Funder);
        foreach (var a in profile.Items<DemoAccountEntry>("demo-accounts.json"))
        {
            yield return (organisations, "demo-accounts" + a.Pointer, a.Value.Organisation);
            yield return (positions, "demo-accounts" + a.Pointer, a.Value.Position);
            foreach (var ags in a.Value.Ags) yield return (municipalities, "demo-accounts" + a.Pointer, ags);
        }
    }

    [Fact]
    public async Task Dialects_of_interpreters_belong_to_their_language()
    {
        var profile = await Coesfeld.LoadAsync();
        var dialects = profile.Items<LanguageEntry>("languages.json").ToDictionary(l => l.Value.Code, l => l.Value.Dialects.Select(d => d.Code).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(["acm", "apc", "apd", "ary"], dialects["ara"].Order(StringComparer.Ordinal));
        foreach (var spoken in profile.Items<InterpreterEntry>("pool.json").SelectMany(i => i.Value.Languages))
            Assert.Subset(dialects[spoken.Code], spoken.Dialects.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("organisations.schema.json", "actorType")]
    [InlineData("offers.schema.json", "topics")]
    [InlineData("pool.schema.json", "modes")]
    [InlineData("pool.schema.json", "declinedTopicClasses")]
    [InlineData("demo-accounts.schema.json", "roles")]
    public void Schemas_know_the_codes_of_the_contracts(string schema, string member)
    {
        var codes = member switch
        {
            "actorType" => ActorTypes.All,
            "topics" => Topics.All,
            "modes" => InterpretingModes.All,
            "roles" => Roles.All,
            _ => TopicClasses.All,
        };
        var property = Schemas.Item(schema).GetProperty("properties").GetProperty(member);
        var values = (property.TryGetProperty("items", out var items) ? items : property).GetProperty("enum");
        Assert.Equal(codes, values.EnumerateArray().Select(value => value.GetString()!));
    }
}
