using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kim.Faults.Tests.Load;

/// <summary>The Geschäftsstelle at work: the theme of many needs becomes a resolution with a measure, and the measure is carried out.</summary>
internal sealed class StructureWork(Uri address, TestIssuer issuer)
{
    /// <summary>Plays it for the first theme that has enough needs.</summary>
    public async Task PlayAsync()
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.TokenFor(TestAccounts.Office, "network"));
        var theme = await Eventually.GetAsync(
            async () => (await http.GetFromJsonAsync<JsonElement>("/api/v1/network/themes?limit=200")).GetProperty("items").EnumerateArray().FirstOrDefault(IsBundled),
            found => found.ValueKind == JsonValueKind.Object, what: "needs become a theme");
        var meeting = await PostAsync(http, "/api/v1/network/meetings", new
        {
            committee = theme.GetProperty("proposedCommittee").GetProperty("key").GetString(), startsAt = TimeProvider.System.GetUtcNow().AddHours(-1), place = "Kreishaus Coesfeld",
        });
        var items = $"/api/v1/network/meetings/{IdOf(meeting)}/agenda-items";
        var item = await PostAsync(http, items, new { themeId = IdOf(theme) });
        var resolution = await PostAsync(http, $"{items}/{IdOf(item)}/resolution", new
        {
            decision = "ADOPTED", title = "Lotsenstelle", scope = new[] { TestAccounts.AgsCoesfeld }, measure = new { title = "Lotsenstelle schaffen", owner = "vhs-luedinghausen", dueOn = Day(90) },
        });
        var measure = "/api/v1/network/measures/" + resolution.GetProperty("measureId").GetString();
        await PostAsync(http, measure + "/start", new { startedOn = Day(0) }, await VersionAsync(http, measure));
        await PostAsync(http, measure + "/completion", new { completedOn = Day(0), outcome = "Besetzt" }, await VersionAsync(http, measure));
    }

    private static bool IsBundled(JsonElement theme) =>
        theme.GetProperty("state").GetString() == "GEBUENDELT" && theme.GetProperty("proposedCommittee").ValueKind == JsonValueKind.Object;

    private static string IdOf(JsonElement element) => element.GetProperty("id").GetString()!;

    private static string Day(int fromNow) => TestDay.Today.AddDays(fromNow).ToString("O");

    private static async Task<string> VersionAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text.Length == 0 ? default : JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }
}
