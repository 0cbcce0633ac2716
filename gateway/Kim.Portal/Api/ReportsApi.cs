using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>The indicator reports of funding: their makers' drafts and what the funder pulls.</summary>
public sealed class ReportsApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "funding")
{
    public Task<Listed<ReportRow>> Reports(string? after, CancellationToken ct) =>
        GetAsync<Listed<ReportRow>>(Query("reports", ("after", after), ("limit", 50)), ct);

    public Task<Versioned<Report>> Report(Guid id, CancellationToken ct) => GetVersionedAsync<Report>($"reports/{id}", ct);

    public Task<ReportFigures> Figures(Guid id, int version, CancellationToken ct) => GetAsync<ReportFigures>($"reports/{id}/versions/{version}", ct);

    public Task<ReportDifference> Difference(Guid id, int from, int to, CancellationToken ct) =>
        GetAsync<ReportDifference>(Query($"reports/{id}/difference", ("from", from), ("to", to)), ct);

    public Task<ApiResult<Report>> Draft(object body, FormKey key, CancellationToken ct) => PostAsync<Report>("reports", body, key, ct);

    /// <summary>A step with a report: validation, release, corrections.</summary>
    public Task<ApiResult<Nothing>> Step(Guid id, string step, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"reports/{id}/{step}", body, key, ct);

    public Task<Listed<ReleasedReport>> Released(string? after, CancellationToken ct) =>
        GetAsync<Listed<ReleasedReport>>(Query("released-reports", ("after", after), ("limit", 50)), ct);

    /// <summary>A released version as <c>json</c>, <c>csv</c> or <c>xlsx</c>.</summary>
    public Task<Download> Open(Guid id, int version, string format, CancellationToken ct) => OpenAsync($"released-reports/{id}/versions/{version}.{format}", ct);
}
