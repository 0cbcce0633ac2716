using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>Everybody who may sign in arrives somewhere, also those for whom nothing waits yet.</summary>
[Collection("people of the KI")]
public sealed class StartPageTests(SystemFixture system, BrowserFixture browser)
{
    [Theory]
    [InlineData("partner")]
    [InlineData("ops")]
    public async Task A_role_without_tasks_gets_a_calm_start_page(string account)
    {
        await using var person = await browser.OpenAsync(system, account);
        await person.SignInAsync();
        await person.SeesAsync("Für Ihre Rolle gibt es hier noch keine Aufgaben.");
        await person.GoAsync("/cases");
        await person.SeesAsync("Dafür reichen Ihre Rechte nicht");
    }
}
