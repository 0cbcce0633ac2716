using System.Net;
using Kim.ServiceKit.Fields;

namespace Kim.Network.Tests.Slices;

/// <summary>Every operation as every demo account, against the table of rights.</summary>
[Collection(NetworkSlices.Name)]
public sealed class RightsTableTests(NetworkHost host)
{
    private const string Api = NetworkHost.Api;

    [Fact]
    public Task A_token_with_a_flaw_opens_nothing() => TokenTricks.RefusedAsync(host, host.Issuer.Forge, TestAccounts.Office.Id, "/themes");

    [Fact]
    public void The_table_is_the_published_one() => RightsPage.Match(host, host.Services);

    [Fact]
    public async Task The_services_own_role_sees_no_row_without_a_scope_and_nothing_personal_without_a_role()
    {
        await RowFence.HoldsAsync(host, host.Services);
    }

    [Fact]
    public async Task Every_operation_answers_each_role_as_the_table_says()
    {
        var brought = await host.BringAsync();
        var resolution = (await host.Office.PostAsync(brought.Resolution, NetworkHost.Adopted())).Expect(HttpStatusCode.Created).Id;
        var parts = brought.Resolution[Api.Length..].Split('/');
        var consultation = (await host.Office.PostAsync($"{Api}/consultations", Consultation("ZzAblehnung"))).Expect(HttpStatusCode.Created).Id;
        await RightsWorld.CheckAsync(host, host.Services, new RightsWorld
        {
            Callers = RightsWorld.Demo(host),
            Records =
            [
                Record("/committees/{key}", ("key", "steuerungsgruppe")),
                Record("/consultations/{id}", ("id", consultation.ToString())),
                Record("/next-steps/{key}", ("key", (await host.Database.ScalarAsync<string>("select key from next_steps order by position limit 1"))!)),
                Record("/themes/{id}", ("id", brought.Theme.ThemeId.ToString())),
                Record("/meetings/{id}", ("id", parts[2]), ("itemId", parts[4])),
                Record("/resolutions/{id}", ("id", resolution.ToString())),
                Record("/measures/{id}", ("id", (await host.Database.ScalarAsync<Guid>("select id from measures limit 1")).ToString())),
            ],
            Planted = [new("ZzAblehnung", FieldClass.Personal, null)],
            Bodies = new Dictionary<string, object>
            {
                ["RecordConsultation"] = Consultation("Text"),
                ["CreateMeeting"] = new { committee = "steuerungsgruppe", startsAt = "2026-11-20T09:00:00+01:00", place = "Kreishaus" },
                ["AddAgendaItem"] = new { themeId = brought.Theme.ThemeId },
                ["JudgeTheme"] = new { influence = "KREIS" },
                ["MoveTheme"] = new { to = "BERATEN" },
                ["MoveNextStep"] = new { state = "IN_PROGRESS" },
                ["RecordResolution"] = NetworkHost.Adopted(),
            },
        });
    }

    private static object Consultation(string statement) => new
    {
        attitude = "WORRY", topic = "SONSTIGES", statement, voices = Array.Empty<object>(), heldOn = "2026-01-01",
    };

    private static RightsRecord Record(string path, params (string Name, string Value)[] values) => new(path, null, values.ToDictionary(value => value.Name, value => value.Value));
}
