using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Naturalisation: referrals without names, the check of the requirements, and the procedure.</summary>
public sealed class NaturalisationApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "naturalisation")
{
    public Task<Listed<ReferralRow>> Referrals(string? state, string? after, CancellationToken ct) =>
        GetAsync<Listed<ReferralRow>>(Query("referrals", ("state", state), ("after", after), ("limit", 50)), ct);

    public Task<Versioned<Referral>> Referral(Guid id, CancellationToken ct) => GetVersionedAsync<Referral>($"referrals/{id}", ct);

    public Task<Listed<WorkItem>> Work(string? after, CancellationToken ct) =>
        GetAsync<Listed<WorkItem>>(Query("worklist", ("after", after), ("limit", 50)), ct);

    public Task<Listed<CheckRow>> Checks(Guid referralId, string? after, CancellationToken ct) =>
        GetAsync<Listed<CheckRow>>(Query($"referrals/{referralId}/checks", ("after", after), ("limit", 50)), ct);

    public Task<Check> Check(Guid id, CancellationToken ct) => GetAsync<Check>($"checks/{id}", ct);

    public Task<ApiResult<Created>> RunCheck(Guid referralId, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Created>($"referrals/{referralId}/checks", body, key, ct);

    /// <summary>A check of facts that belong to nobody. Without a key: its answer must not be kept.</summary>
    public Task<ApiResult<CheckResult>> QuickCheck(object body, CancellationToken ct) =>
        PostAsync<CheckResult>("checks/quick", body, new FormKey(null, null), ct);

    public Task<ApiResult<Nothing>> Overrule(Guid checkId, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"checks/{checkId}/overrulings", body, key, ct);

    /// <summary>A step with a referral: facts, counselling, application, decision, hand-over, bar-entries.</summary>
    public Task<ApiResult<Nothing>> Step(Guid referralId, string step, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"referrals/{referralId}/{step}", body, key, ct);

    public Task<Listed<RuleSet>> RuleSets(DateOnly? asOf, CancellationToken ct) =>
        GetAsync<Listed<RuleSet>>(Query("rule-sets", ("asOf", asOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("limit", 50)), ct);
}
