using Microsoft.Playwright;

namespace Kim.AppHost.Tests;

/// <summary>
/// The Aspire dashboard itself, in Chromium, over the engine and a program of Kim's that answers requests: what ops sees of each resource,
/// its console, its commands, and the telemetry that the program sends.
/// </summary>
public sealed class DashboardPageTests : IAsyncLifetime
{
    private readonly SampleSystem _system = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        var installed = Path.Combine(Repository.Root, "artifacts", "dashboard", "home");
        // It is Microsoft's program, not Kim's: where npm does not have it, there is nothing to look at, and the run says so.
        Assert.SkipUnless(Directory.Exists(Path.Combine(installed, ".aspire", "versions")), "The dashboard is not installed; `./kim test` installs it where npm has it.");
        Directory.CreateDirectory(_system.At(".kim", "dashboard"));
        Directory.CreateSymbolicLink(_system.At(".kim", "dashboard", "home"), installed);
        _system.Settings["Identity__Issuer"] = "http://localhost/";
        _system.Project("api", $"exec dotnet {SystemProcess.PathOf(typeof(DashboardPageTests).Assembly, "gateway")}").Project("web", "echo first line; " + SampleSystem.Lives);
        _system.Start("pair");
        var login = (await _system.LinesAsync(".kim/ready", 2))[1];

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KIM_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1"],
        });
        _page = await (await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1500, Height = 950 } })).NewPageAsync();
        _page.SetDefaultTimeout(60_000);
        await _page.GotoAsync(login);
        Origin = new Uri(login).GetLeftPart(UriPartial.Authority);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _system.DisposeAsync();
    }

    private string Origin { get; set; } = "";

    [Fact]
    public async Task Resources_are_seen_with_their_state_and_can_be_stopped_and_started()
    {
        var web = Row("web");
        await SeesAsync(web, "Running");
        await SeesAsync(Row("api"), "http://127.0.0.1:");

        await PressAsync("web", "Stop", "Exited");
        await SeesAsync(web, "Exited");
        await PressAsync("web", "Start", "Running");
        await SeesAsync(web, "Running");
    }

    [Fact]
    public async Task A_console_is_seen_and_grows()
    {
        await _page.GotoAsync(Origin + "/consolelogs/resource/web");
        await SeesAsync(_page.Locator("body"), "first line");
        await _system.PidAsync("web");
        // A restart writes the line again, at the end of the same console.
        Signals.Send(await _system.PidAsync("web"), Signals.Kill);
        await _system.PidAsync("web", start: 2);
        await Eventually.HoldsAsync(async () => await _page.GetByText("first line").CountAsync() >= 2, TimeSpan.FromSeconds(60), "the second line");
    }

    [Fact]
    public async Task Traces_logs_and_metrics_of_a_program_are_seen()
    {
        await AnsweredAsync();
        await _page.GotoAsync(Origin + "/traces");
        await SeesAsync(_page.Locator("body"), "api: GET");
        // What a program says before the dashboard listens is lost. Now that it does, the program starts once more.
        await _page.GotoAsync(Origin + "/");
        await PressAsync("api", "Stop", "Exited");
        await PressAsync("api", "Start", "Running");
        await AnsweredAsync();
        await _page.GotoAsync(Origin + "/structuredlogs");
        await SeesAsync(_page.Locator("body"), "Application started");
        await _page.GotoAsync(Origin + "/metrics/resource/api");
        await SeesAsync(_page.Locator("body"), "http.server.request.duration");
    }

    private ILocator Row(string resource) => _page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = resource });

    private async Task PressAsync(string resource, string command, string state)
    {
        await Row(resource).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = command }).ClickAsync();
        await _system.StateAsync(resource, state);
    }

    private async Task AnsweredAsync()
    {
        using var http = new HttpClient();
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (int)(await http.GetAsync(new Uri(new Uri(_system.Status("api")[3]), "/api/v1/no/such/thing"))).StatusCode < 500;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60), "an answer of the program");
    }

    private static Task SeesAsync(ILocator where, string text) =>
        Eventually.HoldsAsync(async () => (await where.First.InnerTextAsync()).Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(60), $"'{text}' on the page");
}
