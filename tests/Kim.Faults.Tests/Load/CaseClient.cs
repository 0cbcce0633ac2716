using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kim.Faults.Tests.Load;

/// <summary>
/// One case manager's client of cases. It does what the API asks of clients: after 503 or a broken connection it sends the same
/// command again under the same Idempotency-Key until it knows the outcome.
/// </summary>
internal sealed class CaseClient(Uri address, TestIssuer issuer, Ledger ledger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private (string Token, DateTimeOffset Until) _token;

    public async Task<Guid> OpenAsync() => IdOf(await SendAsync("/api/v1/cases/cases", new
    {
        person = new { givenNames = "Amira", familyName = "Öztürk", birthDate = "1990-05-01", sex = "FEMALE", languages = new[] { "ara", "deu" } },
        ags = TestAccounts.AgsCoesfeld, occasion = "Wohnung und Sprachkurs", accessPath = "JOBCENTER", householdSize = 3,
    }));

    public async Task RecordNeedAsync(CaseRecord record, string topic)
    {
        await SendAsync($"/api/v1/cases/cases/{record.Id}/needs", new { domain = "WOHNEN", topic, rechtskreis = "SGB2", description = "Wartet" });
        record.Commands++;
    }

    public async Task<Guid> ReportStructuralNeedAsync(CaseRecord record, string topic)
    {
        var id = IdOf(await SendAsync($"/api/v1/cases/cases/{record.Id}/structural-needs", new
        {
            topic, rechtskreis = "SGB2", agencyType = "JOBCENTER", ags = new[] { TestAccounts.AgsCoesfeld }, effect = "Wartezeit über sechs Monate",
        }));
        record.Commands++;
        record.Needs[id] = false;
        return id;
    }

    public async Task WithdrawAsync(CaseRecord record, Guid need)
    {
        await SendAsync($"/api/v1/cases/cases/{record.Id}/structural-needs/{need}/withdrawal", new { });
        record.Commands++;
        record.Needs[need] = true;
    }

    public void Dispose() => _http.Dispose();

    private static Guid IdOf(JsonElement answer) => answer.GetProperty("id").GetGuid();

    private async Task<JsonElement> SendAsync(string path, object body)
    {
        var key = Guid.NewGuid().ToString();
        var whole = Stopwatch.StartNew();
        while (true)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await TryAsync(path, body, key);
            if (answer is { IsSuccessStatusCode: true })
            {
                ledger.Successes.Enqueue((Now, watch.Elapsed.TotalSeconds));
                return answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>();
            }

            ledger.Setbacks.Enqueue(await SetbackAsync(answer, watch.Elapsed));
            if (answer is not null && !MayComeBack(answer)) throw new UnexpectedAnswerException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            if (whole.Elapsed > Patience) throw new UnexpectedAnswerException($"{path}: no success within {Patience.TotalSeconds:0} s");
            await Task.Delay(Pause);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            return await _http.SendAsync(request);
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    // 409 idempotency-in-flight: the first try is still being worked on.
    private static bool MayComeBack(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.ServiceUnavailable || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null);

    private static async Task<Setback> SetbackAsync(HttpResponseMessage? answer, TimeSpan waited)
    {
        if (answer is null) return new Setback(Now, null, false, false, waited.TotalSeconds);
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("code", out _);
        return new Setback(Now, (int)answer.StatusCode, isProblem, answer.Headers.RetryAfter is not null, waited.TotalSeconds);
    }

    // Tokens live five minutes, as identity's do; a client renews them in time.
    private string Token()
    {
        if (_token.Until < Now) _token = (issuer.TokenFor(TestAccounts.CaseManager, "cases"), Now.AddMinutes(3));
        return _token.Token;
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}

/// <summary>An answer that no fault of this test excuses.</summary>
internal sealed class UnexpectedAnswerException(string message) : Exception(message);
