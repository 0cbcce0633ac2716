using Kim.Cases.Domain;
using Kim.Testing.Fuzzing;

namespace Kim.Cases.Tests.Slices;

/// <summary>The service under requests that nobody should send.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class CasesPressureTests(CasesUnderPressure service) : PressureTests(service), IClassFixture<CasesUnderPressure>;

/// <summary>The service with something of everything in it.</summary>
public sealed class CasesUnderPressure : PressureFixture
{
    private static readonly DateOnly Today = TestDay.Today;

    public override int Requests => 600;

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new CasesHost { RealPort = true };
        await host.InitializeAsync();
        foreach (var account in (TestAccount[])[TestAccounts.CaseManager, TestAccounts.OtherCaseManager])
        {
            var desk = host.DeskOf(account);
            var id = await desk.OpenAsync();
            await desk.ConsentAsync(id);
            await desk.EbhConsentAsync(id);
            await desk.IndicateAsync(id);
            await desk.AssessAsync(id);
            var goal = await desk.AddAsync(id, "/goals", new { title = "Wohnung", dueOn = Today.AddDays(90) });
            await desk.AddAsync(id, $"/goals/{goal}/measures", new { title = "Suche", responsible = "Frau Öztürk", dueOn = Today.AddDays(30) });
            await desk.NeedAsync(id);
            await desk.InterpreterAsync(id);
            await desk.ReferAsync(id);
        }

        // A copy of a person's data is collected after its request was answered.
        var target = new FuzzTarget(host, host.Address) { WorkedOn = ["outbox", "person_packages"] };
        target.Examples["OpenCase"] = random => CaseDesk.Opening(household: random.Next(1, 9));
        target.Examples["ChangePerson"] = _ => CaseDesk.Person();
        target.Examples["RequestInterpreter"] = _ => host.Desk.Talk();
        target.Examples["SetIndication"] = _ => new { criteria = new[] { "HAERTEFALL" } };
        target.Examples["SetGoal"] = random => new { title = "Ziel", dueOn = Today.AddDays(random.Next(1, 400)) };
        target.Examples["RateLifeDomains"] = random => new { ratings = LifeDomains.Mandatory.Select(domain => new { domain, level = random.Next(1, 5) }).ToArray() };
        target.Examples["ReportStructuralNeed"] = _ => new
        {
            topic = "WOHNEN", rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = "Wartezeit",
        };
        return target;
    }
}
