namespace Kim.Funding.Tests.Slices;

/// <summary>Positions that the office establishes itself, up to the limits of the quotas.</summary>
public sealed class EstablishTests(FundingHost host) : IClassFixture<FundingHost>
{
    private const string Api = FundingHost.Api;

    private static object New(string key, decimal vzae, string employer, string? decisionKey = null, string? module = "MODUL_II") =>
        new { key, title = "Case Management", module, vzae, employer, fachaufsicht = "ki", fundedFrom = "2021-05-01", fundedUntil = "2021-06-01", decisionKey };

    private async Task FillAsync(string key, decimal vzae) =>
        (await host.Office.PostAsync($"{Api}/positions/{key}/occupancies", new { vzae, from = "2021-05-03", until = "2021-06-01", employmentType = "TARIF" })).Expect(HttpStatusCode.Created);

    [Fact]
    public async Task One_ninety_nine_of_six_at_the_KI_fails_when_four_point_zero_one_lie_outside()
    {
        (await host.Office.PostAsync($"{Api}/decisions", new { key = "kreistag-2021", body = "KREISTAG", title = "Verteilung", decidedOn = "2021-04-30" })).Expect(HttpStatusCode.Created);
        var undecided = (await host.Office.PostAsync($"{Api}/positions", New("aussen", 4.01m, "stadt-duelmen"))).Expect(HttpStatusCode.Conflict);
        Assert.Equal("DECISION_REQUIRED", undecided.Json["guard"]!.GetValue<string>());
        (await host.Office.PostAsync($"{Api}/positions", New("aussen", 4.01m, "stadt-duelmen", "kreistag-2021"))).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync($"{Api}/positions", New("innen", 1.99m, "ki"))).Expect(HttpStatusCode.Created);
        (await host.Office.PostAsync($"{Api}/positions", New("innen", 1m, "ki"))).ExpectProblem(HttpStatusCode.Conflict, "already-exists");

        Assert.Empty((await host.GetAsync("/quota-check?asOf=2021-05-10"))["violations"]!.AsArray());
        await FillAsync("innen", 1.99m);
        await FillAsync("aussen", 4m);
        Assert.Empty((await host.GetAsync("/quota-check?asOf=2021-05-10"))["violations"]!.AsArray());
        await FillAsync("aussen", 0.01m);
        var violation = Assert.Single((await host.GetAsync("/quota-check?asOf=2021-05-10"))["violations"]!.AsArray())!;
        Assert.Equal(("OUTSIDE_KI_SHARE_EXCEEDED", "2021-05-03"), (violation["rule"]!.GetValue<string>(), violation["since"]!.GetValue<string>()));
        Assert.Empty((await host.GetAsync("/quota-check?asOf=2021-05-02"))["violations"]!.AsArray());
    }

    [Theory]
    [InlineData("vzae", 0.333)]
    [InlineData("vzae", 0)]
    public async Task The_size_has_two_decimals_and_is_more_than_nothing(string field, double vzae)
    {
        var answer = (await host.Office.PostAsync($"{Api}/positions", New("zu-genau", (decimal)vzae, "ki"))).Expect(HttpStatusCode.BadRequest);
        Assert.NotNull(answer.Json["errors"]![field]);
    }

    [Fact]
    public async Task What_a_position_refers_to_must_exist()
    {
        foreach (var (body, field) in new (object, string)[]
        {
            (New("a", 1m, "nirgends"), "employer"), (New("a", 1m, "ki", module: "MODUL_IV"), "module"),
            (New("a", 1m, "ki", "nie-beschlossen"), "decisionKey"), (New("A b", 1m, "ki"), "key"),
        })
            Assert.NotNull((await host.Office.PostAsync($"{Api}/positions", body)).Expect(HttpStatusCode.BadRequest).Json["errors"]![field]);
    }
}
