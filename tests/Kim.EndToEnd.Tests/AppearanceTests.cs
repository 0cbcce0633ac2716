using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests;

/// <summary>The same pages in the dark, in high contrast, in English and on a narrow screen.</summary>
[Collection("people of the KI")]
public sealed class AppearanceTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    private static readonly string[] Pages = ["/", "/cases", "/cases/new", "/offers", "/notices", "/accessibility", "/privacy"];

    [Theory]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    public async Task Pages_have_no_barrier_in_other_colours(ColorScheme colours, ForcedColors forced)
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours, ForcedColors = forced });
        foreach (var address in Pages) await manager.GoAsync(address);
        await manager.GoAsync("/cases/new");
        await manager.PressAsync("Fall eröffnen");
        await manager.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
    }

    [Fact]
    public async Task Pages_fit_a_screen_of_320_pixels()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.Page.SetViewportSizeAsync(320, 800);
        foreach (var address in Pages)
        {
            await manager.GoAsync(address);
            Assert.True(await manager.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), $"{address} scrolls sideways");
        }

        await manager.Page.SetViewportSizeAsync(1280, 900);
    }

    [Fact]
    public async Task The_language_can_be_changed_and_dates_stay_German()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        await manager.FollowAsync("English");
        await manager.SeesAsync("New case");
        Assert.Equal("en", await manager.Page.GetAttributeAsync("html", "lang"));
        Assert.EndsWith("/cases/new", manager.Page.Url);
        await manager.FollowAsync("Deutsch");
        await manager.SeesAsync("Neuer Fall");
    }
}
