using Kim.Funding.Domain;

namespace Kim.Funding.Features;

/// <summary>
/// Establishes a position (Planstelle) with its size and first attributes. What it breaks is listed by the quota check, not refused:
/// the quotas limit what is filled. A position of a module that is shared with others (Modul II) lies outside the KI only by a
/// decision of the Kreis (S-43).
/// </summary>
internal static class EstablishPosition
{
    /// <summary>The position.</summary>
    public sealed record Request(
        [property: Required, RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$"), StringLength(80), Description("Stable key: lower case, digits, hyphens.")] string? Key = null,
        [property: Required, StringLength(200, MinimumLength = 1)] string? Title = null,
        [property: StringLength(20), Description("MODUL_I, MODUL_II, MODUL_III; absent outside KIM.")] string? Module = null,
        [property: Description("Keys of the programmes that name it.")] IReadOnlyList<string>? Programmes = null,
        [property: Required, Range(typeof(decimal), "0.01", "10", ParseLimitsInInvariantCulture = true), Description("Size in VZÄ, at most two decimals.")] decimal? Vzae = null,
        [property: Required, StringLength(80), Description("Key of the employing organisation.")] string? Employer = null,
        [property: Description("AGS of the region served; empty means the whole Kreis.")] IReadOnlyList<string>? RegionServed = null,
        [property: StringLength(80), Description("Key of the organisation with the Fachaufsicht.")] string? Fachaufsicht = null,
        [property: Required, Description("First funded day.")] DateOnly? FundedFrom = null,
        [property: Description("First day on which it is no longer funded.")] DateOnly? FundedUntil = null,
        [property: StringLength(80), Description("Key of the decision behind it (S-43).")] string? DecisionKey = null);

    /// <summary>What was established.</summary>
    public sealed record Response(Guid Id, string Key, string? Module, decimal Vzae, DateOnly FundedFrom, DateOnly? FundedUntil);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/positions", Handle)
        .WithName(nameof(EstablishPosition))
        .WithSummary("Establishes a position")
        .WithDescription("409 `already-exists` for a known key, DECISION_REQUIRED when a position of Modul II lies outside the KI without a decision of the Kreis (S-43).")
        .RequireAuthorization(FundingPolicies.WriteStaffing)
        .ProducesProblem(400).ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, FundingWork work, CancellationToken ct)
    {
        if (await CheckAsync(request, work, ct) is { } invalid) return invalid.ToProblem();
        if (await work.Db.Positions.AnyAsync(row => row.Key == request.Key, ct))
            return Error.Conflict("already-exists", "There is a position with this key.").ToProblem();
        if (await UndecidedAsync(request, work, ct) is { } undecided) return undecided.ToProblem();

        var position = Position.Establish(work.NewId(), request.Key!).Define(new PositionFacts
        {
            Title = request.Title!, Module = request.Module, Programmes = request.Programmes ?? [], Vzae = request.Vzae!.Value,
            FundedFrom = request.FundedFrom!.Value, FundedUntil = request.FundedUntil, Provenance = Provenance.Office,
        });
        position.Begin(work.NewId(), new AttributeValues(request.Employer!, request.RegionServed ?? [], request.Fachaufsicht, request.DecisionKey), work.By());
        work.Db.Positions.Add(position);
        work.Audit.Change("position", position.Id);
        await work.SaveAsync(position, ct);
        return TypedResults.Created($"/api/v1/funding/positions/{position.Key}", new Response(
            position.Id, position.Key, position.Module, position.Vzae, position.FundedFrom, position.FundedUntil));
    }

    private static async Task<Error?> CheckAsync(Request request, FundingWork work, CancellationToken ct)
    {
        if (decimal.Round(request.Vzae!.Value, 2) != request.Vzae) return Error.Invalid("too-precise", "VZÄ have at most two decimals.", "vzae");
        if (request.FundedUntil <= request.FundedFrom) return Error.Invalid("period-empty", "The end lies after the beginning.", "fundedUntil");
        if (request.Module is { } module && !await work.Db.Modules.AnyAsync(row => row.Key == module, ct))
            return Error.Invalid("module-unknown", "There is no such module.", "module");
        foreach (var (key, field) in new[] { (request.Employer, "employer"), (request.Fachaufsicht, "fachaufsicht") })
            if (key is not null && !await work.Db.Organisations.AnyAsync(row => row.Key == key, ct))
                return Error.Invalid("organisation-unknown", "The directory has no such organisation.", field);
        var programmes = request.Programmes ?? [];
        if (await work.Db.Programmes.CountAsync(row => programmes.Contains(row.Key), ct) != programmes.Distinct(StringComparer.Ordinal).Count())
            return Error.Invalid("programme-unknown", "There is no such programme.", "programmes");
        if (await work.UnknownAgsAsync(request.RegionServed ?? [], ct) is not null)
            return Error.Invalid("ags-unknown", "The Kreis has no such municipality.", "regionServed");
        return request.DecisionKey is { } decision && !await work.Db.Decisions.AnyAsync(row => row.Key == decision, ct)
            ? Error.Invalid("decision-unknown", "The register has no such decision.", "decisionKey")
            : null;
    }

    private static async Task<Error?> UndecidedAsync(Request request, FundingWork work, CancellationToken ct)
    {
        if (request.Module is not { } key || (await work.Db.KiAsync(ct)).Contains(request.Employer!)) return null;
        if ((await work.Db.Modules.AsNoTracking().SingleAsync(row => row.Key == key, ct)).MaxOutsideKi is null) return null;
        var decision = request.DecisionKey is null ? null : await work.Db.Decisions.AsNoTracking().SingleAsync(row => row.Key == request.DecisionKey, ct);
        return decision is { IsOfKreis: true } && decision.DecidedOn <= request.FundedFrom
            ? null
            : Error.Blocked("DECISION_REQUIRED", "A position of this module lies outside the KI by a decision of the Kreis that was made by that day (S-43).", []);
    }
}
