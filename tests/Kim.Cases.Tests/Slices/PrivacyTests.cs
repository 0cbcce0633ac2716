using Kim.Contracts.Cases;

namespace Kim.Cases.Tests.Slices;

/// <summary>What leaves the service names nobody: planted texts are searched in every message and header.</summary>
public sealed class PrivacyTests(CasesHost host) : IClassFixture<CasesHost>
{
    private const string Name = "Zzpflanzname";
    private const string BirthDate = "1987-03-29";
    private const string Effect = "Zzpflanzwirkung";
    private const string Authority = "Zzpflanzbehörde";
    private const string Occasion = "Zzpflanzanlass";

    [Fact]
    public async Task Events_carry_no_name_no_birth_date_and_no_free_text_about_the_person()
    {
        var desk = host.Desk;
        var opened = (await desk.Http.PostAsync($"{CaseDesk.Root}/cases", new
        {
            person = new { givenNames = Name, familyName = Name + "sen", birthDate = BirthDate, sex = "MALE", languages = new[] { "ara" } },
            ags = TestAccounts.AgsCoesfeld, occasion = Occasion, accessPath = "ABH", householdSize = 2,
        })).Expect(HttpStatusCode.Created);
        var id = opened.Id;
        await desk.AddAsync(id, "/needs", new { domain = "WOHNEN", topic = "WOHNEN", rechtskreis = "SGB2", description = Effect });
        var need = await desk.AddAsync(id, "/structural-needs", new
        {
            topic = "WOHNEN", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = Effect,
        });
        await desk.AddAsync(id, "/residence-periods", new { status = "GESTATTUNG", validFrom = "2022-04-05", issuingAuthority = Authority });
        await desk.AddAsync(id, "/nationalities", new { country = "TCD", proof = Authority });
        await desk.EbhConsentAsync(id);
        var referral = await desk.ReferAsync(id);
        var talk = await desk.InterpreterAsync(id);
        await desk.DoAsync(id, $"/interpreter-requests/{talk}/cancellation");
        await desk.DoAsync(id, $"/structural-needs/{need}/withdrawal");
        await host.WaitForEventAsync<StructuralNeedWithdrawn>(found => found.NeedId == need);
        await host.WaitForEventAsync<InterpreterRequestCancelled>();

        (await desk.StepAsync(id, "ABGESCHLOSSEN", "WEGZUG")).Expect(HttpStatusCode.OK);
        await host.WaitForEventAsync<NaturalisationReferred>(found => found.ReferralId == referral);
        await host.WaitForEventAsync<CaseClosed>();

        var number = opened.Json["number"]!.GetValue<string>();
        var texts = host.Broker.Heard.Select(message => message.Body + string.Join(' ', message.Headers.Select(header => header.Value))).ToList();
        Assert.True(texts.Count >= 9);
        foreach (var planted in new[] { Name, BirthDate, Effect, Occasion, Authority, "TCD", "2022-04-05", number, id.ToString() })
            Assert.DoesNotContain(texts, text => text.Contains(planted, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_receivers_get_references_that_cannot_be_joined()
    {
        var id = await host.Desk.OpenAsync();
        var need = await host.Desk.NeedAsync(id);
        await host.Desk.AddAsync(id, "/interpreter-requests", host.Desk.Talk("ukr"));
        var asked = await host.WaitForEventAsync<InterpreterRequested>(found => found.Language == "ukr");
        await host.Desk.EbhConsentAsync(id);
        var referral = await host.Desk.ReferAsync(id);
        var funding = (Guid)(await host.QueryAsync("select reference from funding_files where case_id = $1", id))[0]["reference"]!;
        Assert.Distinct([id, need, asked.CaseRef, asked.BookingRef, referral, funding]);
    }
}
