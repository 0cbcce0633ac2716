using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Operations: what each service has put aside, under the service's own routes.</summary>
public sealed class OpsApi(HttpClient http, AccessTokens tokens)
{
    /// <summary>The services that have messages.</summary>
    public static readonly IReadOnlyList<string> Services = ["cases", "network", "interpreters", "funding", "naturalisation", "identity"];

    public Task<Listed<ParkedRow>> Parked(string service, string? type, string? after, CancellationToken ct) => To(service).Parked(type, after, ct);

    public Task<ParkedDetails> Get(string service, Guid id, CancellationToken ct) => To(service).Get(id, ct);

    public Task<ApiResult<Nothing>> Redrive(string service, Guid id, FormKey key, CancellationToken ct) => To(service).Decide(id, "redrive", new { }, key, ct);

    public Task<ApiResult<Nothing>> Discard(string service, Guid id, string? reason, FormKey key, CancellationToken ct) =>
        To(service).Decide(id, "discard", new { Reason = reason }, key, ct);

    private Door To(string service) => Services.Contains(service, StringComparer.Ordinal)
        ? new Door(http, tokens, service)
        : throw new ApiException(new Problem(404, "not-found", null));

    private sealed class Door(HttpClient http, AccessTokens tokens, string service) : GatewayClient(http, tokens, service)
    {
        public Task<Listed<ParkedRow>> Parked(string? type, string? after, CancellationToken ct) =>
            GetAsync<Listed<ParkedRow>>(Query("ops/parked-messages", ("type", type), ("after", after), ("limit", 25)), ct);

        public Task<ParkedDetails> Get(Guid id, CancellationToken ct) => GetAsync<ParkedDetails>($"ops/parked-messages/{id}", ct);

        public Task<ApiResult<Nothing>> Decide(Guid id, string step, object body, FormKey key, CancellationToken ct) =>
            PostAsync<Nothing>($"ops/parked-messages/{id}/{step}", body, key, ct);
    }
}
