using System.Net;
using Kim.Testing.Fuzzing;

namespace Kim.Network.Tests.Slices;

/// <summary>The service under requests that nobody should send.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name)]
public sealed class NetworkPressureTests(NetworkUnderPressure service) : PressureTests(service), IClassFixture<NetworkUnderPressure>;

/// <summary>The service with something of everything in it.</summary>
public sealed class NetworkUnderPressure : PressureFixture
{
    public override int Requests => 350;

    protected override async Task<FuzzTarget> StartAsync()
    {
        var host = new NetworkHost { RealPort = true };
        await host.InitializeAsync();
        var brought = await host.BringAsync();
        (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted())).Expect(HttpStatusCode.Created);
        await host.BringAsync("fag-arbeit-beschaeftigung");
        var target = new FuzzTarget(host, host.Address);
        target.Examples["RecordResolution"] = _ => NetworkHost.Adopted();
        target.Examples["CreateMeeting"] = _ => new { committee = "steuerungsgruppe", startsAt = "2026-11-20T09:00:00+01:00", place = "Kreishaus" };
        return target;
    }
}
