using System.Globalization;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>What a case manager does with a case, page by page.</summary>
internal static class CaseSteps
{
    public static string Day(int offset) => TestDay.Today.AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task OpenAsync(Person manager, string familyName)
    {
        await manager.GoAsync("/cases/new");
        await FillNewCaseAsync(manager, familyName);
        await manager.PressAsync("Fall eröffnen");
        await manager.SeesAsync("Der Fall ist eröffnet.");
    }

    public static async Task FillNewCaseAsync(Person manager, string familyName)
    {
        await manager.FillAsync("Vornamen", "Zoë Łucja");
        await manager.FillAsync("Familienname", familyName);
        await manager.FillAsync("Geburtsdatum", "1992-04-17");
        await manager.ChooseAsync("Geschlecht", "weiblich");
        await manager.ChooseAsync("Beste gemeinsame Sprache", "Arabisch");
        await manager.ChooseAsync("Gemeinde", "Dülmen");
        await manager.FillAsync("Anlass", "Wohnung gekündigt, mehrere Stellen beteiligt");
        await manager.ChooseAsync("Zugang über", "Jobcenter");
    }

    public static async Task ReportHousingAsync(Person manager)
    {
        await manager.FollowAsync("Strukturellen Bedarf melden");
        await manager.ChooseAsync("Thema", "Wohnen");
        await manager.ChooseAsync("Rechtskreis", "SGB II Grundsicherung für Arbeitsuchende");
        await manager.ChooseAsync("Zuständige Stelle", "Jobcenter");
        await manager.FillAsync("Was läuft nicht", "Anträge auf Kostenübernahme dauern länger als Angebote gelten");
        await manager.PressAsync("Bedarf melden");
        await manager.SeesAsync("Gespeichert.");
    }

    public static async Task ConsentAsync(Person manager)
    {
        await manager.FollowAsync("Einwilligung erfassen");
        await manager.Page.Locator("#Input_Recipient").FillAsync("Jobcenter Dülmen");
        await manager.ChooseAsync("Art der Stelle", "Jobcenter");
        await manager.FillAsync("Zweck", "Abstimmung der Leistungen");
        await manager.Page.Locator("#Input_DataCategories input").First.CheckAsync();
        await manager.TickAsync("In beide Richtungen");
        await manager.TickAsync("schriftlich");
        await manager.PressAsync("Speichern");
        await manager.SeesAsync("Jobcenter Dülmen");
    }

    public static async Task IndicateAsync(Person manager)
    {
        await manager.FollowAsync("Erfassen: Indikation");
        await manager.Page.Locator("#Input_Criteria input").Nth(0).CheckAsync();
        await manager.Page.Locator("#Input_Criteria input").Nth(1).CheckAsync();
        await manager.PressAsync("Speichern");
    }

    public static async Task AssessAsync(Person manager)
    {
        await manager.FollowAsync("Erfassen: Assessment");
        var selects = manager.Page.Locator("select[name$='.Level']");
        for (var i = 0; i < await selects.CountAsync(); i++) await selects.Nth(i).SelectOptionAsync("2");
        await manager.PressAsync("Speichern");
    }

    public static async Task NeedAsync(Person manager)
    {
        await manager.FollowAsync("Bedarf erfassen");
        await manager.ChooseAsync("Lebensbereich", "Wohnen");
        await manager.ChooseAsync("Thema", "Wohnen");
        await manager.ChooseAsync("Rechtskreis", "SGB II Grundsicherung für Arbeitsuchende");
        await manager.FillAsync("Beschreibung", "Bezahlbare Wohnung für drei Personen");
        await manager.PressAsync("Speichern");
    }

    public static async Task GoalWithOfferAsync(Person manager)
    {
        await manager.FollowAsync("Ziel setzen");
        await manager.Page.Locator("#Input_Title").FillAsync("Eigene Wohnung bis zum Sommer");
        await manager.Page.Locator("#Input_DueOn").FillAsync(Day(120));
        await manager.Page.Locator("#Input_MeasureTitle").FillAsync("Wohnungssuche begleiten");
        await manager.Page.Locator("#Input_OfferId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await manager.Page.Locator("#Input_Responsible").FillAsync("Case Managerin");
        await manager.Page.Locator("#Input_MeasureDueOn").FillAsync(Day(60));
        await manager.PressAsync("Speichern");
        await manager.SeesAsync("Wohnungssuche begleiten");
    }

    public static async Task AgreeAsync(Person manager)
    {
        await manager.FollowAsync("Zustimmung erfassen");
        await manager.PressAsync("Speichern");
        await manager.SeesAsync("erteilt am");
    }

    public static async Task ResidenceAsync(Person manager)
    {
        await manager.FollowAsync("Aufenthalt erfassen");
        await manager.Page.Locator("#Input_Status").SelectOptionAsync("AE_25_2_F");
        await manager.Page.Locator("#Input_ValidFrom").FillAsync("2021-03-01");
        await manager.FillAsync("Ausgestellt von", "ABH Kreis Coesfeld");
        await manager.PressAsync("Speichern");
        await manager.FollowAsync("Staatsangehörigkeit erfassen");
        await manager.Page.Locator("#Input_Country").SelectOptionAsync("SYR");
        await manager.PressAsync("Speichern");
        await manager.SeesAsync("Syrien");
    }

    public static async Task RequestInterpreterAsync(Person manager)
    {
        await manager.FollowAsync("Sprachmittlung anfragen");
        await manager.Page.Locator("#Input_Date").FillAsync(Day(14));
        await manager.Page.Locator("#Input_Time").FillAsync("10:00");
        await manager.FillAsync("Ort des Gesprächs", "Rathaus Dülmen, Raum 12");
        await manager.PressAsync("Anfrage senden");
        await manager.SeesAsync("Angefragt");
    }
}
