using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>What the office of the network does, page by page.</summary>
internal static class NetworkSteps
{
    public static async Task ScheduleAsync(Person office)
    {
        await office.GoAsync("/network/meetings/new");
        await office.Page.Locator("#Input_Committee").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.Page.Locator("#Input_Date").FillAsync(CaseSteps.Day(0));
        await office.Page.Locator("#Input_Time").FillAsync("09:00");
        await office.FillAsync("Ort", "Kreishaus, Sitzungssaal 1");
        await office.PressAsync("Sitzung anlegen");
        await office.SeesAsync("Tagesordnung");
    }

    public static async Task PutThemeOnAgendaAsync(Person office, string topic)
    {
        await office.GoAsync("/network/themes");
        await office.WaitForAsync(topic);
        await office.CheckAsync();
        await office.Page.Locator("tr", new() { HasText = topic }).GetByRole(AriaRole.Link).First.ClickAsync();
        await office.CheckAsync();
        await office.SeesAsync("Vorgeschlagenes Gremium");
        await office.Page.Locator("#MeetingId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.PressAsync("Auf die Tagesordnung setzen");
        await office.SeesAsync("Das Thema steht auf der Tagesordnung.");
    }

    public static async Task ResolveAsync(Person office, string resolution)
    {
        await office.FollowAsync("Beschluss erfassen");
        await office.TickAsync("Angenommen");
        await office.FillAsync("Beschluss in einem Satz", resolution);
        await office.Page.Locator("#Input_MeasureTitle").FillAsync("Lotsenstelle einrichten");
        await office.Page.Locator("#Input_Owner").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.Page.Locator("#Input_MeasureDueOn").FillAsync(CaseSteps.Day(90));
        await office.PressAsync("Beschluss speichern");
        await office.SeesAsync(resolution);
    }

    public static async Task CompleteAsync(Person office, string outcome)
    {
        // By its title: a page may show the measures of other resolutions as well.
        await office.FollowAsync("Maßnahmen");
        await office.FollowAsync("Lotsenstelle einrichten");
        await office.PressAsync("Maßnahme beginnen");
        await office.FillAsync("Ergebnis", outcome);
        await office.PressAsync("Maßnahme abschließen");
        await office.SeesAsync("umgesetzt");
    }
}
