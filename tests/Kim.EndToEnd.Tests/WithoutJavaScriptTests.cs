using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>Everything works as plain pages and forms.</summary>
public sealed class WithoutJavaScriptTests(SystemFixture system, BrowserFixture browser)
{
    [Fact]
    public async Task A_case_is_opened_and_worked_on_without_javascript()
    {
        await using var manager = await browser.OpenAsync(system, "cm2", javaScript: false);
        await manager.SignInAsync();
        await CaseSteps.OpenAsync(manager, "Ohneskript");
        await CaseSteps.ConsentAsync(manager);
        await CaseSteps.IndicateAsync(manager);
        await manager.PressAsync("Weiter zu: Klärung");
        await manager.PressAsync("Weiter zu: Assessment");
        await manager.SeesAsync("Der Fall ist in der neuen Phase.");
        await CaseSteps.ReportHousingAsync(manager);
        await manager.PressAsync("Meldung zurückziehen");
        await manager.SeesAsync("Die Meldung ist zurückgezogen.");

        await manager.GoAsync("/cases");
        await manager.FillAsync("Name oder Aktenzeichen", "ohneskript");
        await manager.PressAsync("Anzeigen");
        await manager.SeesAsync("Ohneskript, Zoë Łucja");
        await manager.GoAsync("/offers");
        await manager.ChooseAsync("Thema", "Sprache");
        await manager.PressAsync("Anzeigen");
        await manager.SeesAsync("Angebote");
        await manager.PressAsync("Abmelden");
        await manager.SeesAsync("Sie sind abgemeldet.");
    }
}
