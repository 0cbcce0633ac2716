using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests;

/// <summary>Positions against quotas, what is granted and what is spent, by eye.</summary>
[Collection("people of the KI")]
public sealed class FundingPagesTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task Positions_and_quotas_are_shown_as_of_any_day()
    {
        var officer = await people.AsAsync(system, browser, "fund");
        await officer.GoAsync("/funding/positions");
        await officer.SeesAsync("Modul I");
        await officer.SeesAsync("Fachaufsicht");
        await officer.Page.Locator("tbody a").First.ClickAsync();
        await officer.CheckAsync();
        await officer.SeesAsync("Besetzungen");
        await officer.GoAsync("/funding/quotas?AsOf=2021-06-01");
        await officer.SeesAsync("Modul II");
        await officer.GoAsync("/funding/quotas");
        await officer.SeesAsync("Grenze außerhalb");
    }

    [Fact]
    public async Task A_position_is_filled_and_left_again()
    {
        var officer = await people.AsAsync(system, browser, "fund");
        await officer.GoAsync("/funding/positions");
        await officer.Page.Locator("tr", new() { HasTextRegex = Vacant() }).GetByRole(AriaRole.Link).First.ClickAsync();
        await officer.CheckAsync();
        await officer.Page.Locator("#Input_Vzae").FillAsync("viel");
        await officer.PressAsync("Stelle besetzen");
        await officer.SeesAsync("Bitte eine Zahl eingeben.");
        await officer.Page.Locator("#Input_Vzae").FillAsync("0,25");
        await officer.PressAsync("Stelle besetzen");
        await officer.SeesAsync("Die Stelle ist besetzt.");
        await officer.FollowAsync("Besetzung beenden");
        await officer.PressAsync("Besetzung beenden");
        await officer.SeesAsync("Das Ende der Besetzung ist gespeichert.");
    }

    [Fact]
    public async Task Programmes_grants_and_decisions_say_what_holds_and_what_held_before()
    {
        var officer = await people.AsAsync(system, browser, "fund");
        await officer.GoAsync("/funding/programmes");
        await officer.SeesAsync("kein Angebot");
        await officer.GoAsync("/funding/grants");
        await officer.Page.Locator("tr", new() { HasText = "Integrationspauschale" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await officer.CheckAsync();
        await officer.SeesAsync("Verwendungszeitraum");
        await officer.SeesAsync("gilt");
        await officer.Page.Locator("#Condition").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.Page.Locator("#Reference").FillAsync("Vermerk 12/2026");
        await officer.PressAsync("Nachweis hinzufügen");
        await officer.SeesAsync("Vermerk 12/2026");
        await officer.GoAsync("/funding/decisions");
        await officer.Page.Locator("tbody a").First.ClickAsync();
        await officer.CheckAsync();
        await officer.SeesAsync("Berichtigungen");
    }

    [Fact]
    public async Task A_cost_is_booked_and_reversed_and_the_year_has_a_balance()
    {
        var officer = await people.AsAsync(system, browser, "fund");
        await officer.GoAsync("/funding/costs/new");
        await officer.PressAsync("Kosten buchen");
        await officer.SeesAsync("Bitte ausfüllen.");
        await officer.FillAsync("Belegnummer", "E2E-1");
        await officer.Page.Locator("#Input_Type").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.Page.Locator("#Input_AmountEur").FillAsync("1.250,50");
        await officer.PressAsync("Kosten buchen");
        await officer.SeesAsync("Die Kosten sind gebucht.");
        await officer.SeesAsync("1.250,50 €");
        await officer.SeesAsync("Eigenanteil");
        await officer.GoAsync("/funding/balance");
        await officer.SeesAsync("Refinanzierungsquote");
        await officer.GoAsync("/funding/costs");
        await officer.FollowAsync("E2E-1/1");
        await officer.FillAsync("Begründung", "Falscher Beleg");
        await officer.PressAsync("Stornieren");
        await officer.SeesAsync("Die Kosten sind storniert.");
        await officer.GoAsync("/funding/pots");
        await officer.SeesAsync("Mittel");
    }

    [Fact]
    public async Task The_coordination_reads_staffing_but_no_money()
    {
        var coordinator = await people.AsAsync(system, browser, "coord");
        await coordinator.GoAsync("/funding/positions");
        await coordinator.SeesAsync("Modul I");
        Assert.Equal(0, await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Kosten" }).CountAsync());
        await coordinator.GoAsync("/funding/quotas");
        await coordinator.GoAsync("/funding/costs");
        await coordinator.SeesAsync("Dafür reichen Ihre Rechte nicht");
    }

    private static System.Text.RegularExpressions.Regex Vacant() => new("frei|in Ausschreibung");
}
