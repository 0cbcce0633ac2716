using Kim.Portal.Access;

namespace Kim.Portal.Api;

/// <summary>Network: themes, committees, their meetings and what comes of their resolutions.</summary>
public sealed class NetworkApi(HttpClient http, AccessTokens tokens) : GatewayClient(http, tokens, "network")
{
    public async Task<IReadOnlyList<Municipality>> Municipalities(CancellationToken ct) =>
        (await GetAsync<Listed<Municipality>>("municipalities?limit=200", ct)).Items;

    public async Task<IReadOnlyList<Organisation>> Organisations(CancellationToken ct) =>
        (await GetAsync<Listed<Organisation>>("organisations?limit=200", ct)).Items;

    public async Task<IReadOnlyList<Committee>> Committees(CancellationToken ct) =>
        (await GetAsync<Listed<Committee>>("committees?limit=200", ct)).Items;

    public Task<Listed<Theme>> Themes(string? state, string? after, CancellationToken ct) =>
        GetAsync<Listed<Theme>>(Query("themes", ("state", state), ("after", after), ("limit", 50)), ct);

    public Task<Versioned<Theme>> Theme(Guid id, CancellationToken ct) => GetVersionedAsync<Theme>($"themes/{id}", ct);

    public Task<ApiResult<Nothing>> RateTheme(Guid id, object body, FormKey key, CancellationToken ct) => PutAsync($"themes/{id}", body, key, ct);

    public Task<Listed<Meeting>> Meetings(string? committee, string? after, CancellationToken ct) =>
        GetAsync<Listed<Meeting>>(Query("meetings", ("committee", committee), ("after", after), ("limit", 50)), ct);

    public Task<Meeting> Meeting(Guid id, CancellationToken ct) => GetAsync<Meeting>($"meetings/{id}", ct);

    public Task<ApiResult<Created>> Schedule(object body, FormKey key, CancellationToken ct) => PostAsync<Created>("meetings", body, key, ct);

    public Task<ApiResult<Created>> AddAgendaItem(Guid meetingId, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Created>($"meetings/{meetingId}/agenda-items", body, key, ct);

    public Task<ApiResult<Created>> Resolve(Guid meetingId, Guid itemId, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Created>($"meetings/{meetingId}/agenda-items/{itemId}/resolution", body, key, ct);

    public Task<Listed<NetworkMeasure>> Measures(string? state, string? after, CancellationToken ct) =>
        GetAsync<Listed<NetworkMeasure>>(Query("measures", ("state", state), ("after", after), ("limit", 50)), ct);

    public Task<Versioned<NetworkMeasure>> Measure(Guid id, CancellationToken ct) => GetVersionedAsync<NetworkMeasure>($"measures/{id}", ct);

    public Task<ApiResult<Nothing>> StartMeasure(Guid id, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"measures/{id}/start", body, key, ct);

    public Task<ApiResult<Nothing>> CompleteMeasure(Guid id, object body, FormKey key, CancellationToken ct) =>
        PostAsync<Nothing>($"measures/{id}/completion", body, key, ct);

    /// <summary>Organisations with the names that they bore on a day.</summary>
    public async Task<IReadOnlyList<Organisation>> OrganisationsOn(DateOnly day, CancellationToken ct) =>
        (await GetAsync<Listed<Organisation>>(
            Query("organisations", ("asOf", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("limit", 200)), ct)).Items;

    public async Task<IReadOnlyList<GuidingText>> Texts(CancellationToken ct) => (await GetAsync<Listed<GuidingText>>("texts?limit=200", ct)).Items;

    public async Task<IReadOnlyList<Conference>> Conferences(CancellationToken ct) => (await GetAsync<Listed<Conference>>("conferences?limit=200", ct)).Items;

    public async Task<IReadOnlyList<NextStepRow>> NextSteps(CancellationToken ct) => (await GetAsync<Listed<NextStepRow>>("next-steps?limit=200", ct)).Items;

    public Task<Versioned<NextStep>> NextStep(string key, CancellationToken ct) => GetVersionedAsync<NextStep>("next-steps/" + Uri.EscapeDataString(key), ct);

    public Task<ApiResult<Nothing>> MoveNextStep(string key, object body, FormKey form, CancellationToken ct) =>
        PutAsync($"next-steps/{Uri.EscapeDataString(key)}/state", body, form, ct);

    public async Task<IReadOnlyList<Stakeholder>> Stakeholders(CancellationToken ct) => (await GetAsync<Listed<Stakeholder>>("stakeholders?limit=200", ct)).Items;

    public Task<Listed<Consultation>> Consultations(string? attitude, string? after, CancellationToken ct) =>
        GetAsync<Listed<Consultation>>(Query("consultations", ("attitude", attitude), ("after", after), ("limit", 50)), ct);

    public Task<ConsultationCounts> ConsultationCounts(CancellationToken ct) => GetAsync<ConsultationCounts>("consultations/counts", ct);

    public Task<ApiResult<Nothing>> RecordConsultation(object body, FormKey key, CancellationToken ct) => PostAsync<Nothing>("consultations", body, key, ct);
}
