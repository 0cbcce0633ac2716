using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Kim.EndToEnd.Tests.Browsing.BrowserFixture))]

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>One Chromium for all tests; it does not talk to anybody but the system under test.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KIM_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Quiet,
        });
    }

    /// <summary>A browser of one person: nobody else's cookies, German.</summary>
    public async Task<Person> OpenAsync(SystemFixture system, string account, bool javaScript = true, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = system.Origin,
            Locale = "de-DE",
            JavaScriptEnabled = javaScript,
            ColorScheme = colours,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        return new Person(system.Accounts[account], await context.NewPageAsync(), javaScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
