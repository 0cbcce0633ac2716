using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>From the request in a case to the paid talk that the case shows.</summary>
[Collection("people of the KI")]
public sealed class InterpreterJobTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task A_talk_is_requested_offered_accepted_held_and_settled()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        var desk = await people.AsAsync(system, browser, "pool");
        var interpreter = await people.AsAsync(system, browser, "interpreter");
        await CaseSteps.OpenAsync(manager, "Gespräch");
        await CaseSteps.RequestInterpreterAsync(manager);
        var file = manager.Page.Url;

        await PoolSteps.ApproveAndOfferAsync(desk, "Rana H.");
        await PoolSteps.AcceptAsync(interpreter);
        await desk.Page.ReloadAsync();
        await desk.PressAsync("Einsatz bestätigen");
        await desk.SeesAsync("Der Einsatz ist bestätigt.");
        await PoolSteps.HandInHoursAsync(interpreter);
        await desk.Page.ReloadAsync();
        await desk.PressAsync("Nachweis prüfen und bestätigen");
        await desk.PressAsync("Abrechnen");
        await desk.SeesAsync("Abrechnung");
        await desk.SeesAsync("Summe:");

        await manager.GoAsync(file);
        await manager.WaitForAsync("Abgerechnet: 65 Minuten");
    }
}
