using Kim.Testing.Fuzzing;

namespace Kim.Naturalisation.Tests.Slices;

/// <summary>The service under requests that nobody should send.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class NaturalisationPressureTests(NaturalisationUnderPressure service) : PressureTests(service), IClassFixture<NaturalisationUnderPressure>;

/// <summary>The service with something of everything in it.</summary>
public sealed class NaturalisationUnderPressure : PressureFixture
{
    public override int Requests => 250;

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new NaturalisationHost { RealPort = true };
        await host.InitializeAsync();
        await host.ReferAsync();
        await host.PulledAsync();
        await host.AppliedAsync();
        var target = new FuzzTarget(host, host.Address);
        target.Examples["RunCheck"] = random => new { decisionOn = NaturalisationHost.Today.AddDays(random.Next(-900, 900)), facts = NaturalisationHost.GoodFacts() };
        target.Examples["DecideApplication"] = _ => NaturalisationHost.Grant();
        return target;
    }
}
