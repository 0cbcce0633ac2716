using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>Ops decides about what a service could not deal with, and sees no value of it.</summary>
[Collection("people of the KI")]
public sealed class OperationsPageTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task Ops_gives_a_parked_message_up_with_a_reason()
    {
        var id = Guid.CreateVersion7();
        await system.Database("cases").QueryAsync(
            """
            insert into parked_messages (id, message_id, queue, type, cause, attempts, redrives, parked_at, body, body_bytes, state)
            values ($1, $1, 'cases-measure-started', 'kim.network.measure-started', 'FAILED', 6, 0, now(), convert_to('{"measureId":"Geheimwort"}', 'UTF8'), 26, 'PARKED')
            """, id);
        var ops = await people.AsAsync(system, browser, "ops");
        await ops.GoAsync("/operations");
        await ops.SeesAsync("Keine Nachricht wartet.");
        await ops.Page.Locator($"a[href='/operations/cases/{id}']").ClickAsync();
        await ops.CheckAsync();
        await ops.SeesAsync("Verarbeitung fehlgeschlagen");
        await ops.SeesAsync("measureId");
        Assert.DoesNotContain("Geheimwort", await ops.Page.ContentAsync(), StringComparison.Ordinal);
        await ops.PressAsync("Verwerfen");
        await ops.SeesAsync("Begründung");
        await ops.Page.Locator("#Reason").FillAsync("Stand von vor dem Umzug");
        await ops.PressAsync("Verwerfen");
        await ops.GoAsync($"/operations/cases/{id}");
        await ops.SeesAsync("verworfen");
        await ops.SeesAsync("Stand von vor dem Umzug");
    }

    [Fact]
    public async Task A_search_for_a_name_leaves_no_name_in_the_address()
    {
        var cm = await people.AsAsync(system, browser, "cm");
        await cm.GoAsync("/cases");
        await cm.FillAsync("Name oder Aktenzeichen", "Unauffindbarowski");
        await cm.PressAsync("Anzeigen");
        await cm.SeesAsync("Keine Fälle gefunden.");
        Assert.EndsWith("/cases", cm.Page.Url, StringComparison.Ordinal);
    }
}
