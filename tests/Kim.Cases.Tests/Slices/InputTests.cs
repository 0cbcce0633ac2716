using System.Text.Json.Nodes;

namespace Kim.Cases.Tests.Slices;

/// <summary>The conventions of the HTTP surface: bad input, versions, repetition, paging, search.</summary>
public sealed class InputTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Theory]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"OTHER","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""", "person.sex")]
    [InlineData("""{"person":{"givenNames":"","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""", "person.givenNames")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"Иванов","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""", "person.familyName")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"2090-05-01","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""", "person.birthDate")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":["Arabisch"]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""", "person.languages")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"99999999","occasion":"x","accessPath":"ABH","householdSize":1}""", "ags")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"POST","householdSize":1}""", "accessPath")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":0}""", "householdSize")]
    public async Task Bad_values_are_refused_with_their_field(string body, string field)
    {
        var refused = (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", body)).Expect(HttpStatusCode.BadRequest);
        Assert.NotNull(refused.Code);
        Assert.Contains(field, refused.Json["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal("application/problem+json", refused.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("""{"person":""")]
    [InlineData("""{"unknown":1}""")]
    [InlineData("[]")]
    [InlineData("""{"person":null,"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"01.05.1990","sex":"MALE","languages":[]},"ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""")]
    [InlineData("""{"person":{"givenNames":"A","familyName":"B","birthDate":"1990-05-01","sex":"MALE","languages":[]},"ags":"05558012","ags":"05558012","occasion":"x","accessPath":"ABH","householdSize":1}""")]
    public async Task Broken_JSON_is_400_with_a_code(string body) =>
        Assert.NotNull((await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", body)).Expect(HttpStatusCode.BadRequest).Code);

    [Fact]
    public async Task Nested_lists_are_validated_item_by_item()
    {
        var id = await host.Desk.OpenAsync();
        var refused = (await host.Desk.Http.PutAsync(
            CaseDesk.Url(id, "/assessment"), new { ratings = new object[] { new { domain = "WOHNEN", level = 2 }, new { domain = "WOHNEN2", level = 9 } } }, await host.Desk.VersionAsync(id)))
            .Expect(HttpStatusCode.BadRequest);
        Assert.Contains("ratings[1].level", refused.Json["errors"]!.AsObject().Select(error => error.Key));
        Assert.Contains("ratings[1].domain", refused.Json["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_update_needs_the_version_that_was_read()
    {
        var id = await host.Desk.OpenAsync();
        var first = await host.Desk.VersionAsync(id);
        (await host.Desk.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(), null)).ExpectProblem((HttpStatusCode)428, "precondition-required");
        var changed = (await host.Desk.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(family: "Schäfer"), first)).Expect(HttpStatusCode.NoContent);
        Assert.NotEqual(first, changed.ETag);
        (await host.Desk.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(), first)).ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Equal(changed.ETag, await host.Desk.VersionAsync(id));
    }

    [Fact]
    public async Task An_addition_changes_the_version_of_the_case()
    {
        var id = await host.Desk.OpenAsync();
        var before = await host.Desk.VersionAsync(id);
        await host.Desk.NeedAsync(id);
        Assert.NotEqual(before, await host.Desk.VersionAsync(id));
    }

    [Fact]
    public async Task Additions_at_the_same_time_all_arrive()
    {
        var id = await host.Desk.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Desk.ConsentAsync(id)));
        Assert.Equal(6, (await host.Desk.ReadAsync(id)).Json["consents"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_same_key_opens_one_case()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(), key)).Expect(HttpStatusCode.Created);
        var again = (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(), key)).Expect(HttpStatusCode.Created);
        Assert.Equal(first.Text, again.Text);
        (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(household: 4), key)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Single(await host.QueryAsync("select 1 from cases where number = $1", first.Json["number"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await host.Desk.OpenAsync(CaseDesk.Person(family: "Seitenweise")));
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await host.Desk.SearchAsync("seitenweise", limit: 2, after: after)).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        Assert.Equal(ids.AsEnumerable().Reverse(), seen);
    }

    [Theory]
    [InlineData("limit=0", "limit-out-of-range")]
    [InlineData("limit=201", "limit-out-of-range")]
    [InlineData("after=%21%21", "cursor-invalid")]
    public async Task Bad_paging_is_refused(string query, string code) =>
        (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/cases?{query}")).ExpectProblem(HttpStatusCode.BadRequest, code);

    [Theory]
    [InlineData("Kühnhöfer", "kuehnhoefer")]
    [InlineData("Kühnhöfer", "Kuhnhofer")]
    [InlineData("Kühnhöfer", "KÜHNH")]
    [InlineData("Yıldırım", "yildirim")]
    [InlineData("Hadžiselimović", "hadziselimovic")]
    [InlineData("Grzegorzewska", "Grzegorzewka")]
    public async Task A_name_is_found_as_people_type_it(string name, string typed)
    {
        var id = await host.Desk.OpenAsync(CaseDesk.Person(family: name));
        var found = (await host.Desk.SearchAsync(typed)).Json["items"]!.AsArray();
        Assert.Contains(found, item => item!["id"]!.GetValue<Guid>() == id);
        Assert.DoesNotContain(found, item => item!["familyName"]!.GetValue<string>() == "Öztürk");
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_and_filtered_by_phase()
    {
        var id = await host.Desk.OpenAsync();
        var number = (await host.Desk.ReadAsync(id)).Json["number"]!.GetValue<string>();
        Assert.Equal(id, Assert.Single((await host.Desk.SearchAsync(number)).Json["items"]!.AsArray())!["id"]!.GetValue<Guid>());
        Assert.Empty((await host.Desk.SearchAsync(number, phase: "MONITORING")).Json["items"]!.AsArray());
        (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/cases?phase=OFFEN")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_name_in_the_address_is_refused() =>
        (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/cases?q=Mueller")).ExpectProblem(HttpStatusCode.BadRequest, "search-by-post");

    [Fact]
    public async Task The_codes_hold_what_forms_need()
    {
        var codes = (await host.Desk.Http.CallAsync($"{CaseDesk.Root}/codes")).Expect(HttpStatusCode.OK).Json;
        foreach (var list in new[] { "lifeDomains", "rechtskreise", "topics", "residenceStatuses", "closureReasons", "accessPaths", "agencyTypes", "indicationCriteria", "phases", "dataCategories" })
        {
            Assert.NotEmpty(codes[list]!.AsArray());
            Assert.All(codes[list]!.AsArray(), entry => Assert.NotEmpty(entry!["titleDe"]!.GetValue<string>()));
        }

        Assert.Equal("2025-12-31", codes["residenceStatuses"]!.AsArray().Single(status => status!["code"]!.GetValue<string>() == "AE_104C")!["assignableUntil"]!.GetValue<string>());
    }
}
