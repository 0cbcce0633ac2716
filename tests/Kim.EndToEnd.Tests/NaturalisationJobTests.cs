using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>From the referral under a consent to the certificate, and back into the case.</summary>
[Collection("people of the KI")]
public sealed class NaturalisationJobTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task A_referred_person_is_checked_decided_and_naturalised()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        var officer = await people.AsAsync(system, browser, "natur");
        await CaseSteps.OpenAsync(manager, "Einbürgern");
        await CaseSteps.ResidenceAsync(manager);
        var file = manager.Page.Url;
        var mark = await NaturalisationSteps.ReferAsync(manager);

        await NaturalisationSteps.PullAsync(officer, mark);
        await NaturalisationSteps.CheckAsync(officer, "2025-12-01");
        await officer.SeesAsync("nicht erfüllt");
        await officer.SeesAsync("01.03.2026");
        await OverruleAsync(officer);
        await NaturalisationSteps.BackAsync(officer);
        await NaturalisationSteps.CheckAsync(officer, CaseSteps.Day(0));
        Assert.Equal(0, await officer.Page.Locator(".kim-outcome--not, .kim-outcome--rev").CountAsync());
        await NaturalisationSteps.BackAsync(officer);

        await officer.PressAsync("Beratung festhalten");
        await officer.PressAsync("Antrag festhalten");
        await NaturalisationSteps.CheckUnderInvestigationAsync(officer);
        await NaturalisationSteps.BackAsync(officer);
        await NaturalisationSteps.DecideAsync(officer, interviewed: false);
        await officer.SeesAsync("Vor der Bewilligung steht ein persönliches Gespräch");
        await NaturalisationSteps.DecideAsync(officer, interviewed: true);
        await officer.SeesAsync("Ein anhängiges Ermittlungsverfahren setzt die Entscheidung aus");
        await officer.SeesAsync("Diese Voraussetzungen stehen dagegen");
        await EndInvestigationAsync(officer);
        await NaturalisationSteps.DecideAsync(officer, interviewed: true);
        await officer.PressAsync("Aushändigung festhalten");
        await officer.SeesAsync("Die Urkunde ist ausgehändigt.");

        await manager.GoAsync(file);
        await manager.WaitForAsync("eingebürgert");
        await manager.SeesAsync("Urkunde ausgehändigt");
        await manager.CheckAsync();
    }

    [Fact]
    public async Task A_quick_check_needs_no_person_and_says_what_is_missing()
    {
        var officer = await people.AsAsync(system, browser, "natur");
        await officer.GoAsync("/naturalisation/quick-check");
        await officer.Page.Locator("#Person_BirthDate").FillAsync("1990-02-03");
        await officer.Page.Locator("#Person_Nationalities_0__Country").SelectOptionAsync("POL");
        await officer.Page.Locator("#Person_ResidencePeriods_0__From").FillAsync("2020-02-01");
        await officer.PressAsync("Voraussetzungen prüfen");
        Assert.Equal("true", await officer.Page.GetAttributeAsync("#Person_ResidencePeriods_0__Status", "aria-invalid"));

        await officer.Page.Locator("#Person_ResidencePeriods_0__Status").SelectOptionAsync("EU_FREI");
        await officer.PressAsync("Voraussetzungen prüfen");
        await officer.SeesAsync("Eine Prognose, die niemanden bindet.");
        await officer.SeesAsync("Es fehlt: ");
        await officer.SeesAsync("Dauer des Aufenthalts");
    }

    [Fact]
    public async Task The_law_is_shown_as_of_a_day_and_the_work_list_is_calm()
    {
        var officer = await people.AsAsync(system, browser, "natur");
        await officer.GoAsync("/naturalisation/rules?AsOf=2024-06-26");
        await officer.SeesAsync("R0");
        await officer.GoAsync("/naturalisation/rules");
        await officer.SeesAsync("R1");
        await officer.GoAsync("/naturalisation/worklist");
        await officer.GoAsync("/");
        await officer.SeesAsync("neu überwiesene Personen");
    }

    private static async Task OverruleAsync(Person officer)
    {
        await officer.PressAsync("Beurteilung speichern");
        await officer.SeesAsync("Bitte ausfüllen.");
        await officer.Page.Locator("#Input_Requirement").SelectOptionAsync("RES");
        await officer.Page.Locator("#Input_Outcome").SelectOptionAsync("MET");
        await officer.Page.Locator("#Input_Reason").FillAsync("Frühere Zeiten sind nachgewiesen");
        await officer.PressAsync("Beurteilung speichern");
        await officer.SeesAsync("Abweichende Beurteilungen");
    }

    private static async Task EndInvestigationAsync(Person officer)
    {
        await officer.FollowAsync("Voraussetzungen prüfen");
        await officer.Page.Locator("#Facts_Investigations_0__ClosedOn").FillAsync(CaseSteps.Day(-2));
        await officer.PressAsync("Voraussetzungen prüfen");
        await officer.SeesAsync("Prüfung für den");
        await NaturalisationSteps.BackAsync(officer);
    }
}
