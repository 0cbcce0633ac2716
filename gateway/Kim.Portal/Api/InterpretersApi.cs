using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Interpreters: the pool desk's requests and each interpreter's own offers and assignments.</summary>
public sealed class InterpretersApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "interpreters")
{
    public async Task<IReadOnlyList<Language>> Languages(CancellationToken ct) =>
        (await GetAsync<Listed<Language>>("languages?limit=200", ct)).Items;

    public async Task<IReadOnlyList<FundingPot>> FundingPots(CancellationToken ct) =>
        (await GetAsync<Listed<FundingPot>>("funding-pots", ct)).Items;

    public Task<Listed<PoolRequest>> Requests(string? state, string? after, CancellationToken ct) =>
        GetAsync<Listed<PoolRequest>>(Query("requests", ("state", state), ("after", after), ("limit", 50)), ct);

    public Task<Versioned<PoolRequest>> Request(Guid id, CancellationToken ct) => GetVersionedAsync<PoolRequest>($"requests/{id}", ct);

    public Task<Listed<Candidate>> Candidates(Guid id, CancellationToken ct) => GetAsync<Listed<Candidate>>($"requests/{id}/candidates", ct);

    public Task<Listed<OwnOffer>> OwnOffers(CancellationToken ct) => GetAsync<Listed<OwnOffer>>("offers/mine", ct);

    public Task<Listed<OwnAssignment>> OwnAssignments(CancellationToken ct) => GetAsync<Listed<OwnAssignment>>("assignments/mine", ct);

    /// <summary>A step of the desk with a request: review, offers, confirmation, completion, verification.</summary>
    public Task<ApiResult<Nothing>> Step(Guid id, string step, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"requests/{id}/{step}", body, key, ct);

    public Task<ApiResult<SettlementDetails>> Settle(Guid id, FormKey key, CancellationToken ct) =>
        PostAsync<SettlementDetails>($"requests/{id}/settlement", new { }, key, ct);

    public Task<ApiResult<Nothing>> Answer(Guid offerId, bool accept, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"offers/{offerId}/{(accept ? "acceptance" : "refusal")}", new { }, key, ct);
}
