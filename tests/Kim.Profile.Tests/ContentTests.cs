using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>The facts of the slides, as the profile holds them.</summary>
public sealed class ContentTests
{
    private static readonly DateOnly In2021 = new(2021, 6, 7);
    private static readonly DateOnly In2022 = new(2022, 1, 1);

    [Fact]
    public async Task The_Kreis_has_eleven_municipalities_with_their_keys()
    {
        var items = await ItemsAsync<MunicipalityEntry>("municipalities.json");
        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"05558{4 * i:000}"), items.Select(m => m.Ags));
        Assert.Equal("Coesfeld", Assert.Single(items, m => m.Seat).Name);
        Assert.Equal(5, items.Count(m => m.Kind == "STADT"));
        Assert.Equal(["05558012", "05558016"], items.Where(m => m.YouthOffice != "jugendamt-kreis").Select(m => m.Ags));
        Assert.InRange(items.Sum(m => m.Population), 220_000, 230_000);
    }

    [Fact]
    public async Task Each_municipality_is_an_organisation_with_a_Sozialamt()
    {
        var organisations = await ItemsAsync<OrganisationEntry>("organisations.json");
        foreach (var municipality in await ItemsAsync<MunicipalityEntry>("municipalities.json"))
        {
            var own = Assert.Single(organisations, o => o.ActorType == "KOMMUNE" && o.Ags == municipality.Ags);
            Assert.Equal(own.Key, Assert.Single(organisations, o => o.ActorType == "SOZIALAMT" && o.Ags == municipality.Ags).Parent);
        }

        foreach (var actor in new[] { "AFA", "JOBCENTER", "ABH", "EBH", "KI", "SCHULAMT", "EHRENAMT", "MINISTERIUM" })
            Assert.Contains(organisations, o => o.ActorType == actor);
    }

    [Fact]
    public async Task The_quotas_of_2021_add_up_to_eleven_positions()
    {
        var modules = await ItemsAsync<KimModuleEntry>("kim-modules.json");
        Assert.Equal([3.5m, 6m, 1.5m], modules.Select(m => Quota(m, In2021)));
        Assert.Equal(11.0m, modules.Sum(m => Quota(m, In2021)));
        Assert.Equal([3.5m, 12m, 2m], modules.Select(m => Quota(m, In2022)));
        Assert.Equal([3.5m, 6m, 1.5m], modules.Select(m => Quota(m, In2022.AddDays(-1))));
        Assert.Equal(new Fraction { Numerator = 2, Denominator = 3 }, modules[1].MaxOutsideKi);
        Assert.Equal(["Baustein 1", "Baustein 2", "Baustein 3"], modules.Select(m => Assert.Single(m.Synonyms)));
    }

    [Fact]
    public async Task The_positions_keep_every_quota_on_every_day_that_changes_something()
    {
        var modules = await ItemsAsync<KimModuleEntry>("kim-modules.json");
        var positions = await ItemsAsync<PositionEntry>("positions.json");
        foreach (var day in positions.Select(p => p.ValidFrom).Append(new DateOnly(2026, 11, 22)).Where(day => day >= new DateOnly(2021, 4, 28)).Distinct())
            foreach (var module in modules)
            {
                var held = positions.Where(p => p.Module == module.Key && p.ValidFrom <= day && (p.ValidUntil is null || day < p.ValidUntil)).ToList();
                Assert.Equal(Quota(module, day), held.Sum(p => p.Fte));
                if (module.AllowedEmployers.Count > 0) Assert.All(held, p => Assert.Contains(p.Employer, module.AllowedEmployers));
                if (module.MaxOutsideKi is { } limit)
                    Assert.True(held.Where(p => p.Employer != "ki").Sum(p => p.Fte) * limit.Denominator <= Quota(module, day) * limit.Numerator);
            }
    }

    [Fact]
    public async Task The_Fachaufsicht_over_case_managers_is_the_KIs_whoever_employs_them()
    {
        var managers = (await ItemsAsync<PositionEntry>("positions.json")).Where(p => p.Module == "MODUL_II").ToList();
        Assert.All(managers, p => Assert.Equal("ki", p.Fachaufsicht));
        var second = Assert.Single(managers, p => p.Key == "cm-2");
        Assert.Equal(("stadt-duelmen", "ki"), (second.Employer, second.Fachaufsicht));
        Assert.Equal(["05558016", "05558032"], second.RegionServed);
    }

    [Fact]
    public async Task The_one_and_a_half_positions_of_the_Teilhabemanagement_exist_once()
    {
        var position = Assert.Single(await ItemsAsync<PositionEntry>("positions.json"), p => p.Programmes.Contains("gemeinsam-klappts", StringComparer.Ordinal));
        Assert.Equal((1.5m, "caritas"), (position.Fte, position.Employer));
        Assert.Equal(["durchstarten", "gemeinsam-klappts"], position.Programmes);
    }

    [Fact]
    public async Task The_nine_offers_of_the_slide_on_education_are_there()
    {
        var offers = await ItemsAsync<OfferEntry>("offers.json");
        Assert.Equal(
            ["ferien-nachhilfe", "griffbereit", "griffbereit-mini", "mimi-drako", "projekt-mercator", "rucksack-kita", "rucksack-schule", "schulsprechstunde", "seiteneinsteigerberatung"],
            offers.Where(o => o.FieldOfAction == "integration-durch-bildung").Select(o => o.Key).Order(StringComparer.Ordinal));
        Assert.All(offers.Where(o => !o.Demo), o => Assert.Null(o.Capacity));
    }

    [Fact]
    public async Task Durchstarten_has_six_Bausteine_and_the_fifth_says_that_there_is_no_offer()
    {
        var programme = Assert.Single(await ItemsAsync<ProgrammeEntry>("programmes.json"), p => p.Key == "durchstarten");
        Assert.Equal([1, 2, 3, 4, 5, 6], programme.Components.Select(c => c.Number));
        Assert.Equal("5 NO_OFFER kein Angebot im Kreis Coesfeld", string.Join(';', programme.Components.Where(c => c.Offers.Count == 0).Select(c => $"{c.Number} {c.State} {c.Note}")));
        Assert.Equal([1.0m, 1.0m, 1.0m], programme.Components[0].Carriers.Select(c => c.Fte));
        Assert.Equal(1.5m, Assert.Single(programme.Components[5].Carriers).Fte);
        // 'befristet bis 31.12.2022': the end is exclusive.
        Assert.Equal(new DateOnly(2023, 1, 1), programme.ValidUntil);
    }

    [Fact]
    public async Task A_course_comes_after_its_Vorkurs()
    {
        var offers = (await ItemsAsync<OfferEntry>("offers.json")).ToDictionary(o => o.Key);
        var course = offers["durchstarten-hauptschulabschluss"];
        var before = offers[course.Predecessor!];
        Assert.Equal(("COMPLETED", course.ValidFrom), (before.State, before.ValidUntil));
    }

    [Fact]
    public async Task The_pool_serves_what_the_demo_asks_for()
    {
        var pool = await ItemsAsync<InterpreterEntry>("pool.json");
        Assert.Equal(4, pool.Count(i => i.Languages.Any(l => l.Code == "ara" && l.Proficiency == "NATIVE")));
        foreach (var (code, least) in new[] { ("tir", 2), ("kmr", 2), ("prs", 1), ("ukr", 2) })
            Assert.True(pool.Count(i => i.Languages.Any(l => l.Code == code)) >= least, code);
        var demo = Assert.Single(pool, i => i.Account is not null);
        Assert.Equal(new Guid("0a000000-0000-4000-8000-000000000004"), demo.Account);
        Assert.All(pool.SelectMany(i => i.Availability), window => Assert.True(window.From < window.Until));
    }

    [Fact]
    public async Task The_pools_rules_cover_every_class_of_talk_and_every_day()
    {
        var profile = await Coesfeld.LoadAsync();
        var rules = profile.Read<PoolRulesFile>("pool-rules.json");
        Assert.Equal(TopicClasses.All.Order(StringComparer.Ordinal), rules.LevelPolicy.Select(r => r.TopicClass).Order(StringComparer.Ordinal));
        Assert.Equal(5, rules.LeadTime.WorkingDays);
        Assert.Equal(5, rules.LevelPolicy.Single(r => r.TopicClass == "LEGAL_EFFECT").MinimumLevel);
        Assert.Equal(3, rules.LevelPolicy.Single(r => r.TopicClass == "MEDICAL_CONSENT").MinimumLevel);
        Assert.Equal(840m, Ceiling(rules, new DateOnly(2025, 12, 31)));
        Assert.Equal(960m, Ceiling(rules, new DateOnly(2026, 1, 1)));
        var rate = Assert.Single(profile.Items<RateRuleEntry>("rate-rules.json")).Value;
        Assert.Equal((7.50m, 30, 5), (rate.UnitEur, rate.UnitMinutes, rate.TravelFreeKm));
    }

    [Fact]
    public async Task Money_of_the_Land_bears_the_allowance_and_nothing_else_and_the_Kreis_what_it_does_not_last_for()
    {
        var pots = await ItemsAsync<FundingPotEntry>("funding-pots.json");
        Assert.Equal(["ALLOWANCE"], pots.Single(p => p.Key == "land-ehrenamt").Bears);
        Assert.Equal(["land-ehrenamt", "kreis-pool"], pots.Where(p => p.Bears.Contains("ALLOWANCE", StringComparer.Ordinal)).OrderBy(p => p.Order).Select(p => p.Key));
        Assert.True(pots.Single(p => p.Key == "kreis-pool").Assumed);
        Assert.Contains("TRAVEL", pots.Single(p => p.Key == "kreis-pool").Bears);
        Assert.Equal([20_000m, 40_000m, 40_000m], pots.Single(p => p.Key == "kreis-pool").Amounts.Select(a => a.YearlyEur));
        var real = (await Coesfeld.LoadAsync(demo: false)).Items<FundingPotEntry>("funding-pots.json").Single(p => p.Value.Key == "kreis-pool");
        Assert.Equal(2, real.Value.Amounts.Count);
    }

    [Fact]
    public async Task Demo_accounts_have_the_fixed_ids_and_cover_every_role()
    {
        var accounts = await ItemsAsync<DemoAccountEntry>("demo-accounts.json");
        Assert.Equal(["cm", "coord", "pool", "interpreter", "office", "natur", "fund", "funder", "partner", "dpo", "ops", "cm2"], accounts.Select(a => a.Name));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => new Guid($"0a000000-0000-4000-8000-{i:000000000000}")), accounts.Select(a => a.Id));
        Assert.Equal(Roles.All.Order(StringComparer.Ordinal), accounts.SelectMany(a => a.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(11, accounts.Single(a => a.Name == "coord").Ags.Count);
        Assert.Empty((await Coesfeld.LoadAsync(demo: false)).Items<DemoAccountEntry>("demo-accounts.json"));
    }

    [Fact]
    public async Task Districts_of_case_managers_cover_the_Kreis()
    {
        var profile = await Coesfeld.LoadAsync();
        var served = profile.Items<DistrictEntry>("districts.json").Where(d => d.Value.Position.StartsWith("cm-", StringComparison.Ordinal)).SelectMany(d => d.Value.Ags);
        Assert.Equal(profile.Keys("municipalities.json").Order(StringComparer.Ordinal), served.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static decimal Quota(KimModuleEntry module, DateOnly day) =>
        module.Quotas.Single(q => q.ValidFrom <= day && (q.ValidUntil is null || day < q.ValidUntil)).Fte;

    private static decimal Ceiling(PoolRulesFile rules, DateOnly day) => rules.Ceilings.Single(c => c.Key == "EHRENAMTSPAUSCHALE"
        && (c.ValidFrom is null || c.ValidFrom <= day) && (c.ValidUntil is null || day < c.ValidUntil)).YearlyEur;

    private static async Task<IReadOnlyList<T>> ItemsAsync<T>(string file) => [.. (await Coesfeld.LoadAsync()).Items<T>(file).Select(item => item.Value)];
}
