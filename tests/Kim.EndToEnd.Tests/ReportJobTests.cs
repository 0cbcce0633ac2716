using System.Security.Cryptography;
using System.Text;
using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests;

/// <summary>From the draft of a closed period to the file in the funder's hands.</summary>
[Collection("people of the KI")]
public sealed class ReportJobTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    // A month that no other test and no demo reports on.
    private const int EighthMonthBack = 8;

    [Fact]
    public async Task A_report_is_drafted_validated_released_corrected_and_downloaded()
    {
        var officer = await people.AsAsync(system, browser, "fund");
        await officer.GoAsync("/reports");
        await officer.Page.Locator("#Period").SelectOptionAsync(new SelectOptionValue { Index = EighthMonthBack });
        await officer.PressAsync("Bericht berechnen");
        await officer.SeesAsync("Der Bericht ist berechnet.");
        await officer.SeesAsync("Fälle im Zeitraum");
        await officer.PressAsync("Prüfen");
        await officer.SeesAsync("Der Bericht ist geprüft.");
        await officer.PressAsync("Freigeben");
        await officer.SeesAsync("Der Bericht ist freigegeben.");
        await officer.FollowAsync("Fassung 1");
        var digest = await officer.Page.Locator(".kim-code").First.InnerTextAsync();
        await officer.FollowAsync("Zurück zum Bericht");
        await CorrectAsync(officer);

        var funder = await people.AsAsync(system, browser, "funder");
        await funder.GoAsync("/released-reports");
        await funder.SeesAsync(digest);
        var json = await DownloadAsync(funder, digest, "JSON");
        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData(json)), ignoreCase: true);
        Assert.Contains(digest, Encoding.UTF8.GetString(await DownloadAsync(funder, digest, "CSV")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("PK", Encoding.ASCII.GetString((await DownloadAsync(funder, digest, "XLSX")).AsSpan(0, 2)));
    }

    [Fact]
    public async Task The_funder_finds_released_reports_and_nothing_else()
    {
        var funder = await people.AsAsync(system, browser, "funder");
        await funder.GoAsync("/");
        var menu = await funder.Page.Locator(".kim-nav a").AllInnerTextsAsync();
        Assert.Equal(["Start", "Freigegebene Berichte"], menu);
        foreach (var address in (string[])["/reports", "/funding/positions", "/funding/costs", "/cases", "/network/registers", "/naturalisation/referrals"])
        {
            await funder.GoAsync(address);
            await funder.SeesAsync("Dafür reichen Ihre Rechte nicht");
        }
    }

    private static async Task CorrectAsync(Person officer)
    {
        await officer.Page.Locator("summary", new() { HasText = "Neu berechnen" }).ClickAsync();
        await officer.Page.Locator("#Reason").FillAsync("Späte Meldungen");
        await officer.PressAsync("Neu berechnen");
        await officer.SeesAsync("Der Bericht ist neu berechnet.");
        await officer.SeesAsync("Fassung 2: Entwurf");
        await officer.FollowAsync("Unterschied zu Fassung 1");
        await officer.SeesAsync("Unterschied von Fassung 1 zu 2");
    }

    private static async Task<byte[]> DownloadAsync(Person funder, string digest, string format)
    {
        var link = funder.Page.Locator("tr", new() { HasText = digest }).GetByText(format, new() { Exact = true });
        var download = await funder.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.OrdinalIgnoreCase);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
