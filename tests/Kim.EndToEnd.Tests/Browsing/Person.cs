using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Deque.AxeCore.Playwright;
using Kim.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>Somebody at a browser. Every page that a person comes to is checked for barriers, each build of a page once.</summary>
public sealed class Person(DemoAccount account, IPage page, bool javaScript) : IAsyncDisposable
{
    private const string NotYetKnown = "Dafür reichen Ihre Rechte nicht";

    // What axe looks at, without what people wrote: which elements stand in which, their attributes' names and roles, whether they are
    // empty, and how the page is shown. Ten rows of a table are one row.
    private const string Build = """
        () => {
          const seen = new Set([document.documentElement.lang, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches]);
          const walk = (element, above) => {
            const attributes = [...element.attributes].map(a => /^(class|role|type|lang|dir|scope|aria-(?!label|controls|describedby|owns))/.test(a.name) ? a.name + '=' + a.value : a.name).sort().join(' ');
            const here = above + '>' + element.tagName + '[' + attributes + ']' + (element.textContent.trim() ? '' : '-');
            seen.add(here);
            for (const child of element.children) walk(child, here);
          };
          walk(document.body, '');
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          seen.add('ids ' + (ids.length === new Set(ids).size));
          return [...seen].join('\n');
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Checked = new();
    private int _shots;

    public IPage Page => page;

    /// <summary>Password, then one-time code; then waits until the services have heard of the account.</summary>
    public async Task SignInAsync()
    {
        await page.GotoAsync("/");
        await CheckAsync();
        await page.FillAsync("input[name=username]", account.Name);
        await page.FillAsync("input[name=password]", account.Password);
        await page.ClickAsync("form button[type=submit]");
        await CheckAsync();
        await Eventually.GetAsync(EnterAsync, title => title.StartsWith("Guten Tag", StringComparison.Ordinal), TimeSpan.FromSeconds(90), $"{account.Name} is signed in and known");
        await CheckAsync();
    }

    public async Task GoAsync(string address)
    {
        await page.GotoAsync(address);
        await CheckAsync();
    }

    public async Task FollowAsync(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    /// <summary>Presses a button and sees the page that comes back.</summary>
    public async Task PressAsync(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    public Task FillAsync(string field, string text) => page.GetByLabel(field).First.FillAsync(text);

    public Task ChooseAsync(string field, string option) => page.GetByLabel(field).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task TickAsync(string choice) => page.GetByLabel(choice, new() { Exact = true }).First.CheckAsync();

    public async Task SeesAsync(string text) => await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Reloads until a text is there: what other services do takes its time.</summary>
    public async Task WaitForAsync(string text) => await Eventually.HoldsAsync(async () =>
    {
        await page.ReloadAsync();
        return (await page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal);
    }, TimeSpan.FromSeconds(45), $"'{text}' on {page.Url}");

    /// <summary>No barrier that a program can find, one h1, a title, a language.</summary>
    public async Task CheckAsync()
    {
        await ShootAsync();
        Assert.True(await page.Locator("h1").CountAsync() == 1, $"not exactly one h1: '{await page.Locator("body").InnerTextAsync()}' at {page.Url}");
        Assert.NotEqual("", await page.TitleAsync());
        if (!javaScript) return; // axe is a script; the same pages are checked with it
        // The same build was checked before, by this person or another.
        var build = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await page.EvaluateAsync<string>(Build))));
        if (Checked.ContainsKey(build)) return;
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}:\n" + string.Join('\n', found.Violations.Select(
            violation => $"{violation.Id}: {violation.Help}\n  " + string.Join("\n  ", violation.Nodes.Select(node => node.Html)))));
        Checked.TryAdd(build, true);
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    // A code may be used already or run out on the way, and a service may not have heard of the account: try as a person would.
    private async Task<string> EnterAsync()
    {
        if (await page.Locator("input[name=code]").CountAsync() > 0)
        {
            await page.FillAsync("input[name=code]", account.Code());
            await page.ClickAsync("form button[type=submit]");
        }
        else if (await page.GetByText(NotYetKnown).CountAsync() > 0)
        {
            await page.GotoAsync("/");
        }

        await page.WaitForLoadStateAsync();
        return await page.Locator("h1").InnerTextAsync();
    }

    private async Task ShootAsync()
    {
        if (Environment.GetEnvironmentVariable("KIM_TEST_SHOTS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{account.Name}-{_shots++:00}.png"), FullPage = true });
    }
}
