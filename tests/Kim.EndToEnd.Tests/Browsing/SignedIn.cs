using System.Collections.Concurrent;
using Kim.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(Kim.EndToEnd.Tests.Browsing.SignedIn))]

namespace Kim.EndToEnd.Tests.Browsing;

/// <summary>People who stay signed in for all tests: identity takes a one-time code only once, and a real person does not sign in all day.</summary>
public sealed class SignedIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Person>>> _people = new();

    public Task<Person> AsAsync(SystemFixture system, BrowserFixture browser, string account) => _people.GetOrAdd(account, name => new Lazy<Task<Person>>(async () =>
    {
        var person = await browser.OpenAsync(system, name);
        await person.SignInAsync();
        return person;
    })).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values.Where(person => person.Value.IsCompletedSuccessfully)) await (await person.Value).DisposeAsync();
    }
}
