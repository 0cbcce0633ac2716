using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kim.Naturalisation.Domain.Procedure;
using Kim.Results;
using Kim.ServiceKit.Http;
using Polly;

namespace Kim.Naturalisation.Pull;

/// <summary>
/// The one call between services: pulls the facts of a referral from cases, which checks the consent at that moment. Its failures are
/// values: no consent is 409, an unknown referral 404, an outage of cases or identity 503.
/// </summary>
internal sealed class ConsentedFactsClient(HttpClient http, ClientTokens tokens)
{
    private const string Scope = "cases:consented-facts";

    private static readonly string[] ConsentCodes = ["consent-missing", "consent-expired", "consent-withdrawn"];

    private static readonly Error Away = new("cases-unavailable", "The facts cannot be fetched right now. Try again later.", 503);

    /// <summary>Pulls the facts of a referral.</summary>
    /// <param name="referralId">The referral.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Result<Disclosure>> PullAsync(Guid referralId, CancellationToken ct)
    {
        try
        {
            using var answer = await SendAsync(referralId, ct);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(answer, referralId, ct),
                HttpStatusCode.Forbidden => await RefusalAsync(answer, ct),
                HttpStatusCode.NotFound => Error.NotFound("referral"),
                _ => Away,
            };
        }
        catch (Exception outage) when (IsOutage(outage) && !ct.IsCancellationRequested)
        {
            return Away;
        }
    }

    // A token that ended early, for example after a change of keys, is fetched anew once.
    private async Task<HttpResponseMessage> SendAsync(Guid referralId, CancellationToken ct)
    {
        var answer = await SendOnceAsync(referralId, ct);
        if (answer.StatusCode != HttpStatusCode.Unauthorized) return answer;
        answer.Dispose();
        tokens.Drop(Scope);
        return await SendOnceAsync(referralId, ct);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Guid referralId, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/consented-facts/{referralId}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(http, Scope, ct));
        return await http.SendAsync(request, ct);
    }

    private static async Task<Result<Disclosure>> ReadAsync(HttpResponseMessage answer, Guid referralId, CancellationToken ct)
    {
        var facts = await answer.Content.ReadFromJsonAsync<ConsentedFacts>(JsonSerializerOptions.Web, ct);
        return facts?.Facts is null || facts.ReferralId != referralId ? Away : facts.AsDisclosure();
    }

    private static async Task<Result<Disclosure>> RefusalAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var problem = await answer.Content.ReadFromJsonAsync<Refusal>(JsonSerializerOptions.Web, ct);
        // Another 403 means that this client lacks its scope: an installation at fault, not the person's consent.
        return problem?.Code is { } code && ConsentCodes.Contains(code)
            ? Error.Conflict(code, "There is no consent that covers this disclosure now.")
            : Away;
    }

    private static bool IsOutage(Exception failure) =>
        failure is HttpRequestException or ExecutionRejectedException or JsonException or OperationCanceledException or NotSupportedException or IOException;

    private sealed record Refusal(string? Code);
}
