using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests;

/// <summary>Guiding texts, next steps, conferences, and who took the concept how.</summary>
[Collection("people of the KI")]
public sealed class RegisterPagesTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task The_office_reads_the_registers_and_moves_a_step_on()
    {
        var office = await people.AsAsync(system, browser, "office");
        await office.GoAsync("/network/registers");
        await office.SeesAsync("Leitbild");
        await office.SeesAsync("Konferenzen und Bewertungen");
        await office.Page.Locator("tbody a").First.ClickAsync();
        await office.CheckAsync();
        await office.Page.Locator("#Input_State").SelectOptionAsync("IN_PROGRESS");
        await office.PressAsync("Speichern");
        await office.SeesAsync("Gespeichert.");
        await office.SeesAsync("offen → in Arbeit");
    }

    [Fact]
    public async Task The_consultation_log_has_counts_and_goes_on()
    {
        var office = await people.AsAsync(system, browser, "office");
        await office.GoAsync("/network/consultations?Attitude=REJECTION");
        await office.SeesAsync("Haltungen in Zahlen");
        await office.SeesAsync("Ablehnung");
        await office.Page.Locator("#Input_Attitude").SelectOptionAsync("SUPPORT");
        await office.Page.Locator("#Input_Topic").SelectOptionAsync("NETZWERK");
        await office.Page.Locator("#Input_Statement").FillAsync("Die Runde soll bleiben");
        await office.Page.Locator("#Input_Stakeholder").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.Page.Locator("#Input_Count").FillAsync("3");
        await office.PressAsync("Rückmeldung festhalten");
        await office.SeesAsync("Gespeichert.");
        await office.SeesAsync("Die Runde soll bleiben");
    }
}
