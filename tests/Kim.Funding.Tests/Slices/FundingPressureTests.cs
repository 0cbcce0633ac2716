using Kim.Testing.Fuzzing;

namespace Kim.Funding.Tests.Slices;

/// <summary>The service under requests that nobody should send.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class FundingPressureTests(FundingUnderPressure service) : PressureTests(service), IClassFixture<FundingUnderPressure>;

/// <summary>The service with something of everything in it.</summary>
public sealed class FundingUnderPressure : PressureFixture
{
    public override int Requests => 350;

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new FundingHost { RealPort = true };
        await host.InitializeAsync();
        var target = new FuzzTarget(host, host.Address);
        target.Examples["EnterDecision"] = random => new { key = $"land-{random.Next(10_000)}", body = "LAND", title = "Erlass", decidedOn = "2026-05-01" };
        target.Examples["RecordGrant"] = random => new
        {
            grant = new
            {
                title = "Neue Bewilligung", programme = "kim", funder = "bezreg-arnsberg", instrument = "ZUWENDUNG", kind = "FOERDERUNG", awardFrom = "2030-01-01",
                instalments = new[] { new { year = 2030, amountEur = random.Next(1, 100_000) } },
            },
            period = new { from = "2030-01-01", until = "2031-01-01", knownFrom = "2024-01-01" },
            conditions = new[] { new { key = "konzept", title = "Konzept liegt vor" } },
        };
        return target;
    }
}
