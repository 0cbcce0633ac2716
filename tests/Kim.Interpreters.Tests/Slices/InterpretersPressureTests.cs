using Kim.Testing.Fuzzing;

namespace Kim.Interpreters.Tests.Slices;

/// <summary>The service under requests that nobody should send.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class InterpretersPressureTests(InterpretersUnderPressure service) : PressureTests(service), IClassFixture<InterpretersUnderPressure>;

/// <summary>The service with something of everything in it.</summary>
public sealed class InterpretersUnderPressure : PressureFixture
{
    public override int Requests => 300;

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new InterpretersHost { RealPort = true };
        await host.InitializeAsync();
        for (var i = 0; i < 3; i++) await host.ReceiveAsync(host.NewRequest());
        var approved = await host.ReceiveAsync(host.NewRequest());
        await host.ApproveAsync(approved);
        await host.OfferAsync(approved, await host.InterpreterIdAsync("pool-01"));
        await host.ConfirmedAsync();
        await host.VerifiedAsync();
        var target = new FuzzTarget(host, host.Address);
        target.Examples["ReviewRequest"] = _ => new { decision = "APPROVE" };
        target.Examples["SubmitCompletion"] = random => InterpretersHost.Proof(random.Next(1, 300));
        return target;
    }
}
