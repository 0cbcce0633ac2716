using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Cases: the file of a person, what waits for its case manager, and the offers that a plan may use.</summary>
public sealed class CasesApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "cases")
{
    public Task<CodeLists> Codes(CancellationToken ct) => GetAsync<CodeLists>("codes", ct);

    public Task<Listed<CaseRow>> List(string? phase, string? after, CancellationToken ct) =>
        GetAsync<Listed<CaseRow>>(Query("cases", ("phase", phase), ("after", after), ("limit", 25)), ct);

    /// <summary>Finds by name or file number; neither may stand in an address.</summary>
    public Task<Listed<CaseRow>> Search(string q, string? phase, string? after, CancellationToken ct) =>
        AskAsync<Listed<CaseRow>>("cases/searches", new { q, phase, after, limit = 25 }, ct);

    public Task<Versioned<CaseDetails>> Get(Guid id, CancellationToken ct) => GetVersionedAsync<CaseDetails>($"cases/{id}", ct);

    public Task<ApiResult<Created>> Open(object body, FormKey key, CancellationToken ct) => PostAsync<Created>("cases", body, key, ct);

    /// <summary>Adds something to a case: a consent, a need, a goal, a residence period, an interpreter request, a structural need.</summary>
    public Task<ApiResult<Nothing>> Add(Guid id, string resource, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"cases/{id}/{resource}", body, key, ct);

    /// <summary>Replaces a part of a case: person, indication, assessment, plan agreement, the attainment of a goal.</summary>
    public Task<ApiResult<Nothing>> Put(Guid id, string part, object body, FormKey key, CancellationToken ct) =>
        PutAsync($"cases/{id}/{part}", body, key, ct);

    public Task<Listed<NoticeRow>> Notices(bool unreadOnly, string? after, CancellationToken ct) =>
        GetAsync<Listed<NoticeRow>>(Query("notices", ("unread", unreadOnly ? "true" : null), ("after", after), ("limit", 25)), ct);

    public Task<ApiResult<Nothing>> ReadNotice(Guid id, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"notices/{id}/read", new { }, key, ct);

    public Task<Listed<OfferRow>> Offers(string? topic, string? ags, string? q, string? after, CancellationToken ct) =>
        GetAsync<Listed<OfferRow>>(Query("offers", ("topic", topic), ("ags", ags), ("q", q), ("after", after), ("limit", 50)), ct);
}
