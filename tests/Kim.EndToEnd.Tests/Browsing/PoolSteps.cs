using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>What the pool desk and an interpreter do, page by page.</summary>
internal static class PoolSteps
{
    public static async Task ApproveAndOfferAsync(Person desk, string interpreter)
    {
        await desk.GoAsync("/interpreters/requests?state=EINGEGANGEN");
        await desk.WaitForAsync("Arabisch");
        await desk.Page.Locator("tbody a").First.ClickAsync();
        await desk.CheckAsync();
        await desk.TickAsync("Bewilligen");
        await desk.PressAsync("Entscheidung speichern");
        await desk.SeesAsync("Wer kommt in Frage");
        await desk.SeesAsync("Dafür:");
        foreach (var chosen in await desk.Page.Locator("input[name=Chosen]:checked").AllAsync()) await chosen.UncheckAsync();
        await desk.Page.GetByLabel(interpreter).CheckAsync();
        await desk.PressAsync("Einsatz anbieten");
        await desk.SeesAsync("Der Einsatz ist angeboten.");
    }

    public static async Task AcceptAsync(Person interpreter)
    {
        await interpreter.GoAsync("/interpreters/offers");
        await interpreter.PressAsync("Zusagen");
        await interpreter.SeesAsync("Danke!");
    }

    public static async Task HandInHoursAsync(Person interpreter)
    {
        await interpreter.GoAsync("/interpreters/assignments");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Stunden einreichen" }).First.ClickAsync();
        await interpreter.CheckAsync();
        await interpreter.Page.Locator("#Input_Date").FillAsync(CaseSteps.Day(-1));
        await interpreter.Page.Locator("#Input_StartedAt").FillAsync("10:00");
        await interpreter.Page.Locator("#Input_EndedAt").FillAsync("11:05");
        await interpreter.FillAsync("Wegzeit", "40");
        await interpreter.FillAsync("Kilometern", "24");
        await interpreter.FillAsync("Bestätigt durch", "Sachbearbeitung Rathaus");
        await interpreter.PressAsync("Stunden einreichen");
        await interpreter.SeesAsync("Die Stunden sind eingereicht.");
    }
}
