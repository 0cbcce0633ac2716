using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>The way of a person to the certificate: what the case manager and the naturalisation officer do, page by page.</summary>
internal static class NaturalisationSteps
{
    /// <summary>From a case without the consent to the referral; answers with its mark.</summary>
    public static async Task<string> ReferAsync(Person manager)
    {
        await manager.SeesAsync("Dafür fehlt eine gültige Einwilligung");
        await manager.FollowAsync("Einwilligung für die Einbürgerungsbehörde erfassen");
        Assert.NotEqual("", await manager.Page.Locator("#Input_Recipient").InputValueAsync());
        await manager.TickAsync("schriftlich");
        await manager.PressAsync("Speichern");
        await manager.PressAsync("An die Einbürgerungsbehörde überweisen");
        await manager.SeesAsync("überwiesen");
        var title = await manager.Page.Locator("#naturalisation h3").Last.InnerTextAsync();
        return title.Split(' ')[^1];
    }

    public static async Task PullAsync(Person officer, string mark)
    {
        await officer.GoAsync("/naturalisation/referrals");
        await officer.WaitForAsync(mark);
        await officer.FollowAsync(mark);
        await officer.PressAsync("Angaben abrufen");
        await officer.SeesAsync("Die Angaben sind abgerufen.");
        await officer.SeesAsync("Syrien");
    }

    /// <summary>Checks for a day with facts that speak for a naturalisation.</summary>
    public static async Task CheckAsync(Person officer, string day)
    {
        await officer.FollowAsync("Voraussetzungen prüfen");
        await FillFactsAsync(officer);
        await officer.Page.Locator("#Input_DecisionOn").FillAsync(day);
        await officer.PressAsync("Voraussetzungen prüfen");
        await officer.SeesAsync("Prüfung für den");
    }

    public static async Task FillFactsAsync(Person officer)
    {
        var page = officer.Page;
        foreach (var (field, value) in ((string, string)[])[("IdentityClarified", "YES"), ("NationalityClarified", "YES"), ("Livelihood_Secured", "True"),
            ("Language_Certificate", "B1"), ("Language_Writing", "B1"), ("Test_Passed", "True"), ("ExtremismFindings", "False"), ("Polygamous", "False"),
            ("DisregardsEquality", "False")])
            await page.Locator("#Facts_" + field).SelectOptionAsync(value);
        await page.Locator("#Facts_FdgoSignedOn").FillAsync("2025-01-10");
        await page.Locator("#Facts_HistSignedOn").FillAsync("2025-01-10");
        foreach (var none in (string[])["Absences", "Benefits", "Convictions", "Investigations", "FraudFindings"])
            await page.Locator("#None_" + none).CheckAsync();
    }

    /// <summary>The same facts, but an investigation is pending.</summary>
    public static async Task CheckUnderInvestigationAsync(Person officer)
    {
        await officer.FollowAsync("Voraussetzungen prüfen");
        await officer.Page.Locator("#None_Investigations").UncheckAsync();
        await officer.Page.GetByText("Verurteilung oder Ermittlung eintragen").ClickAsync();
        await officer.Page.Locator("#Facts_Investigations_0__OpenedOn").FillAsync(CaseSteps.Day(-10));
        await officer.PressAsync("Voraussetzungen prüfen");
        await officer.SeesAsync("ausgesetzt");
    }

    public static async Task BackAsync(Person officer)
    {
        await officer.Page.Locator(".kim-back a").ClickAsync();
        await officer.Page.WaitForLoadStateAsync();
    }

    public static async Task DecideAsync(Person officer, bool interviewed)
    {
        await officer.TickAsync("bewilligt");
        await officer.Page.Locator("#DecisionReason").FillAsync("Alle Voraussetzungen liegen vor");
        if (interviewed) await officer.Page.Locator("#InterviewOn").FillAsync(CaseSteps.Day(0));
        await officer.PressAsync("Entscheidung festhalten");
    }
}
