using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Funding: positions against quotas, programmes, grants, costs, pots, decisions and the reports.</summary>
public sealed class FundingApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "funding")
{
    public Task<Listed<PositionRow>> Positions(DateOnly? asOf, string? module, string? after, CancellationToken ct) =>
        GetAsync<Listed<PositionRow>>(Query("positions", ("asOf", Day(asOf)), ("module", module), ("after", after), ("limit", 100)), ct);

    public Task<Versioned<StaffPosition>> Position(string key, DateOnly? asOf, CancellationToken ct) =>
        GetVersionedAsync<StaffPosition>(Query("positions/" + Uri.EscapeDataString(key), ("asOf", Day(asOf))), ct);

    /// <summary>A step with a position: occupancies, occupancies/{id}/end, attributes.</summary>
    public Task<ApiResult<StaffingAnswer>> Staff(string key, string step, object body, FormKey form, CancellationToken ct) =>
        PostAsync<StaffingAnswer>($"positions/{Uri.EscapeDataString(key)}/{step}", body, form, ct);

    public Task<QuotaCheck> Quotas(DateOnly? asOf, CancellationToken ct) => GetAsync<QuotaCheck>(Query("quota-check", ("asOf", Day(asOf))), ct);

    public Task<Listed<FundingProgramme>> Programmes(DateOnly? asOf, CancellationToken ct) =>
        GetAsync<Listed<FundingProgramme>>(Query("programmes", ("asOf", Day(asOf)), ("limit", 200)), ct);

    public Task<Listed<Grant>> Grants(string? after, CancellationToken ct) => GetAsync<Listed<Grant>>(Query("grants", ("after", after), ("limit", 100)), ct);

    public Task<Versioned<Grant>> Grant(Guid id, CancellationToken ct) => GetVersionedAsync<Grant>($"grants/{id}", ct);

    /// <summary>A step with a grant: periods, conditions/{key}/evidence.</summary>
    public Task<ApiResult<Nothing>> ChangeGrant(Guid id, string step, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"grants/{id}/{step}", body, key, ct);

    public Task<Listed<CostType>> CostTypes(CancellationToken ct) => GetAsync<Listed<CostType>>("cost-types?limit=200", ct);

    public Task<Listed<Cost>> Costs(int? year, string? after, CancellationToken ct) =>
        GetAsync<Listed<Cost>>(Query("costs", ("year", year), ("after", after), ("limit", 50)), ct);

    public Task<Versioned<Cost>> Cost(Guid id, CancellationToken ct) => GetVersionedAsync<Cost>($"costs/{id}", ct);

    public Task<ApiResult<Cost>> BookCost(object body, FormKey key, CancellationToken ct) => PostAsync<Cost>("costs", body, key, ct);

    public Task<ApiResult<Cost>> ReverseCost(Guid id, object body, FormKey key, CancellationToken ct) => PostAsync<Cost>($"costs/{id}/reversal", body, key, ct);

    public Task<YearBalance> Balance(int year, CancellationToken ct) => GetAsync<YearBalance>(Query("balance", ("year", year)), ct);

    public Task<Listed<PotRow>> Pots(int year, CancellationToken ct) => GetAsync<Listed<PotRow>>(Query("pots", ("year", year)), ct);

    public Task<Listed<PotSettlement>> Settlements(int year, string? after, CancellationToken ct) =>
        GetAsync<Listed<PotSettlement>>(Query("settlements", ("year", year), ("after", after), ("limit", 50)), ct);

    public Task<Listed<FundingDecision>> Decisions(string? after, CancellationToken ct) =>
        GetAsync<Listed<FundingDecision>>(Query("decisions", ("after", after), ("limit", 100)), ct);

    public Task<Versioned<FundingDecision>> Decision(string key, CancellationToken ct) =>
        GetVersionedAsync<FundingDecision>("decisions/" + Uri.EscapeDataString(key), ct);

    public Task<ApiResult<Nothing>> CorrectDecision(string key, object body, FormKey form, CancellationToken ct) =>
        PostAsync<Nothing>($"decisions/{Uri.EscapeDataString(key)}/corrections", body, form, ct);

    private static string? Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
