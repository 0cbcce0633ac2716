using Kim.ServiceKit.Profile.Model;

namespace Kim.Profile.Tests;

/// <summary>What the slides say beside offers, positions and committees.</summary>
public sealed class RegisterTests
{
    [Fact]
    public async Task The_consultation_log_has_the_counts_of_the_slides()
    {
        var log = await ItemsAsync<ConsultationEntry>("consultations.json");
        Assert.Equal([6, 6, 2, 2, 1], new[] { "NEUTRAL", "SUPPORT", "WORRY", "REJECTION", "REQUEST" }.Select(attitude => log.Count(c => c.Attitude == attitude)));
        var rejected = log.Single(c => c.Key == "ablehnung-anbindung");
        Assert.Equal([("staedte-und-gemeinden", 1), ("wohlfahrtsverbaende", 2), ("fi-sprecher", 1)], rejected.Voices.Select(v => (v.Stakeholder, v.Count!.Value)));
        // Where the slides give no number none is invented.
        Assert.All(log.Where(c => c.Key != "ablehnung-anbindung").SelectMany(c => c.Voices), voice => Assert.Null(voice.Count));
        var known = (await Coesfeld.LoadAsync()).Read<ConsultationsFile>("consultations.json").Stakeholders.Select(s => s.Key).ToList();
        Assert.All(log.SelectMany(c => c.Voices), voice => Assert.Contains(voice.Stakeholder, known));
    }

    [Fact]
    public async Task The_next_steps_are_the_four_of_the_slides()
    {
        var steps = await ItemsAsync<NextStepEntry>("next-steps.json");
        Assert.Equal(["S-64", "S-65", "S-66", "S-67"], steps.Select(s => s.Sources[0]));
        Assert.Equal((new DateOnly(2021, 6, 7), "steuerungsgruppe"), (steps[0].DueOn!.Value, steps[0].Committee));
        Assert.Contains("AG Querschnitt", steps[1].OpenQuestion, StringComparison.Ordinal);
        Assert.NotNull(steps[1].Answer);
    }

    [Fact]
    public async Task The_ministry_has_one_name_on_every_day()
    {
        var names = (await ItemsAsync<OrganisationEntry>("organisations.json")).Single(o => o.Key == "mkffi").Names;
        Assert.Equal("MKFFI", On(new DateOnly(2021, 6, 7)));
        Assert.Equal("MKFFI", On(new DateOnly(2022, 6, 28)));
        Assert.Equal("MKJFGFI", On(new DateOnly(2022, 6, 29)));

        string? On(DateOnly day) => Assert.Single(names, n => (n.ValidFrom is null || n.ValidFrom <= day) && (n.ValidUntil is null || day < n.ValidUntil)).ShortName;
    }

    [Fact]
    public async Task The_period_of_the_Integrationspauschale_has_three_versions()
    {
        var periods = (await ItemsAsync<ProgrammeEntry>("programmes.json")).Single(p => p.Key == "integrationspauschale").UsagePeriods;
        Assert.Equal([new DateOnly(2020, 12, 1), new DateOnly(2021, 12, 1), new DateOnly(2022, 12, 1)], periods.Select(p => p.Until));
        Assert.Equal(periods.Select(p => p.KnownFrom).Order(), periods.Select(p => p.KnownFrom));
        Assert.All(periods, p => Assert.Equal(new DateOnly(2019, 1, 1), p.From));
    }

    [Fact]
    public async Task Each_Baustein_of_Durchstarten_has_an_end_of_its_own()
    {
        var programmes = await ItemsAsync<ProgrammeEntry>("programmes.json");
        var ends = programmes.Single(p => p.Key == "durchstarten").Components.ToDictionary(c => c.Number, c => c.ValidUntil);
        Assert.Equal(new DateOnly(2022, 7, 1), ends[6]);
        Assert.All(new[] { 1, 2, 3, 4 }, number => Assert.Equal(new DateOnly(2023, 7, 1), ends[number]));
        Assert.Null(ends[5]);
        Assert.Equal(["Modul I", "Modul II", "Modul III"], programmes.Single(p => p.Key == "kim").Components.Select(c => c.Code));
        Assert.Equal(["Baustein A", "Baustein B", "Baustein C", "Baustein D"], programmes.Single(p => p.Key == "komm-an").Components.Where(c => c.PartOf == "komm-an-teil-ii").Select(c => c.Code));
    }

    [Fact]
    public async Task Carriers_of_the_modules_add_up_to_their_quotas()
    {
        var modules = await ItemsAsync<KimModuleEntry>("kim-modules.json");
        var parts = (await ItemsAsync<ProgrammeEntry>("programmes.json")).Single(p => p.Key == "kim").Components;
        foreach (var day in new[] { new DateOnly(2021, 6, 7), new DateOnly(2026, 11, 22) })
            foreach (var part in parts)
                Assert.Equal(
                    modules.Single(m => m.Key == part.Module).Quotas.Single(q => q.ValidFrom <= day && (q.ValidUntil is null || day < q.ValidUntil)).Fte,
                    part.Carriers.Where(c => c.ValidFrom <= day).Sum(c => c.Fte));
    }

    [Fact]
    public async Task Funding_became_permanent_on_the_first_of_January_2022()
    {
        var acts = await ItemsAsync<LegalBasisEntry>("legal-bases.json");
        Assert.Equal(acts[0].ValidUntil, acts[1].ValidFrom);
        Assert.All(acts[0].Fundings, f => Assert.Equal("BEFRISTET", f.Permanence));
        Assert.Equal(["KI", "EHRENAMT", "DOLMETSCHERPOOL", "KIM"], acts[1].Fundings.Where(f => f.Permanence == "VERSTETIGT").Select(f => f.Subject));
    }

    [Fact]
    public async Task The_picture_has_a_box_for_each_of_its_ids_with_the_star_of_its_committees()
    {
        var boxes = await ItemsAsync<BoxEntry>("diagram.json");
        Assert.Equal(Enumerable.Range(1, 17).Select(i => $"D-{i}"), boxes.Select(b => b.Sources[0]));
        var committees = (await ItemsAsync<CommitteeEntry>("committees.json")).ToDictionary(c => c.Key);
        Assert.All(boxes, box => Assert.All(box.Committees, key => Assert.Equal(box.LegendMarker, committees[key].LegendMarker)));
        Assert.Equal(["D-13", "D-14"], boxes.Where(b => b.LegendMarker == "**").Select(b => b.Sources[0]));
    }

    [Fact]
    public async Task A_filled_position_of_the_KI_has_a_district_and_the_assistance_belongs_to_no_module()
    {
        var districts = (await ItemsAsync<DistrictEntry>("districts.json")).Select(d => d.Position).ToHashSet(StringComparer.Ordinal);
        var positions = await ItemsAsync<PositionEntry>("positions.json");
        Assert.All(positions.Where(p => p is { Employer: "ki", Module: not null, State: "FILLED" }), p => Assert.Contains(p.Key, districts));
        var assistance = positions.Single(p => p.Key == "assist-1");
        Assert.Equal((0.5m, null), (assistance.Fte, assistance.Module));
    }

    private static async Task<IReadOnlyList<T>> ItemsAsync<T>(string file) => [.. (await Coesfeld.LoadAsync()).Items<T>(file).Select(item => item.Value)];
}
