using System.Net;
using Kim.Contracts.Identity;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>A leaver, a mover and a changed role bite within a minute; measured from the event to the first refusal, normally seconds.</summary>
public sealed class LeaverTests(DeskHost host) : IClassFixture<DeskHost>
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_disabled_account_is_out_within_a_minute()
    {
        var (account, http, _) = await ActiveAsync();
        await MeasuredAsync("disabled", new AccountDisabled { AccountId = account.Id, Version = 2 }, async () => (await http.CallAsync("notes")).Status == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_moves_to_another_organisation_loses_the_old_ones_records_within_a_minute()
    {
        var (account, http, note) = await ActiveAsync();
        await MeasuredAsync("moved", (account with { Organisation = "stadt-duelmen", Team = "cm-duelmen" }).AsEvent(version: 2), async () => (await http.CallAsync($"notes/{note}")).Status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_within_a_minute()
    {
        var (account, http, _) = await ActiveAsync();
        await MeasuredAsync("role taken", (account with { Role = TestAccounts.Ops.Role }).AsEvent(version: 2), async () => (await http.CallAsync("notes")).Status == HttpStatusCode.Forbidden);
    }

    private async Task MeasuredAsync<T>(string what, T message, Func<Task<bool>> ended) where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        await host.PublishAsync(message);
        await host.EventuallyAsync(ended, Allowed, what);
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: refused after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
    }

    private async Task<(TestAccount Account, HttpClient Http, Guid Note)> ActiveAsync()
    {
        var account = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        await host.AddAccountAsync(account);
        var http = host.ClientFor(account);
        var note = (await http.PostAsync("notes", new { text = "ours" })).Expect(HttpStatusCode.Created).Id;
        return (account, http, note);
    }
}
