namespace Kim.Funding.Features;

/// <summary>
/// Changes employer, region served or Fachaufsicht of a position from a day on. A position of a module leaves the KI only by a
/// decision of the Kreis (S-43). What then breaks a quota is listed by the check.
/// </summary>
internal static class ChangeAttributes
{
    /// <summary>What changes; what is absent stays.</summary>
    public sealed record Request(
        [property: Required, Description("First day.")] DateOnly? From = null,
        [property: StringLength(80), Description("Key of the employing organisation.")] string? Employer = null,
        [property: Description("AGS; empty means the whole Kreis.")] IReadOnlyList<string>? RegionServed = null,
        [property: StringLength(80), Description("Key of the organisation with the Fachaufsicht.")] string? Fachaufsicht = null,
        [property: StringLength(80), Description("Key of the decision behind it.")] string? DecisionKey = null,
        [property: StringLength(400), Description("Why, if there is more to say.")] string? Reason = null);

    /// <summary>The version that was written.</summary>
    public sealed record Response(
        Guid Id, string Position, string Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly ValidFrom,
        DateOnly? ValidUntil, string? DecisionKey, IReadOnlyList<OccupancyWarning> Warnings);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/positions/{key}/attributes", Handle)
        .WithName(nameof(ChangeAttributes))
        .WithSummary("Changes a position's attributes from a day on")
        .WithDescription("409 DECISION_REQUIRED when a module's position leaves the KI without a decision of the Kreis made by that day (S-43). Earlier versions are kept.")
        .RequireAuthorization(FundingPolicies.WriteStaffing)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(string key, Request request, FundingWork work, CancellationToken ct)
    {
        if (await CheckAsync(request, work, ct) is { } invalid) return invalid.ToProblem();
        if (await work.Db.LockAsync(key, ct) is not { } staffed) return Error.NotFound("position").ToProblem();
        var from = request.From!.Value;
        if (staffed.Position.On(from) is not { } before) return Error.Blocked("POSITION_NOT_FUNDED", "The position is not funded on that day.", []).ToProblem();
        var values = new AttributeValues(
            request.Employer ?? before.Employer, request.RegionServed ?? before.RegionServed, request.Fachaufsicht ?? before.Fachaufsicht, request.DecisionKey);
        if (await LeavesKiAsync(staffed.Position, before, values, from, work, ct) is { } undecided) return undecided.ToProblem();

        var changed = staffed.Position.Change(work.NewId(), values, from, work.By(request.Reason));
        if (changed.Error is { } refused) return refused.ToProblem();
        if (from <= work.Today) Announce(work, staffed, changed.Value);
        work.Audit.Change("position", staffed.Position.Id);
        await work.SaveAsync(staffed.Position, ct);
        var answer = await work.AnswerAsync(staffed, null, from, ct);
        var version = changed.Value;
        return TypedResults.Created($"/api/v1/funding/positions/{key}", new Response(
            version.Id, key, version.Employer, version.RegionServed, version.Fachaufsicht, version.ValidFrom, version.ValidUntil,
            version.DecisionKey, answer.Warnings));
    }

    // Later ones are told on their day, by AnnounceAttributes.
    private static void Announce(FundingWork work, StaffedPosition staffed, PositionAttributes version)
    {
        version.Announce();
        OccupancyEvents.AttributesChanged(work.Events, staffed, work.Today);
    }

    private static async Task<Error?> CheckAsync(Request request, FundingWork work, CancellationToken ct)
    {
        if (request is { Employer: null, RegionServed: null, Fachaufsicht: null })
            return Error.Invalid("nothing-changes", "Name what changes: employer, region served or Fachaufsicht.", "employer");
        if (request.Employer is { } employer && !await work.Db.Organisations.AnyAsync(row => row.Key == employer, ct))
            return Error.Invalid("organisation-unknown", "The directory has no such organisation.", "employer");
        if (request.Fachaufsicht is { } supervisor && !await work.Db.Organisations.AnyAsync(row => row.Key == supervisor, ct))
            return Error.Invalid("organisation-unknown", "The directory has no such organisation.", "fachaufsicht");
        if (await work.UnknownAgsAsync(request.RegionServed ?? [], ct) is not null)
            return Error.Invalid("ags-unknown", "The Kreis has no such municipality.", "regionServed");
        return request.DecisionKey is { } decision && !await work.Db.Decisions.AnyAsync(row => row.Key == decision, ct)
            ? Error.Invalid("decision-unknown", "The register has no such decision.", "decisionKey")
            : null;
    }

    private static async Task<Error?> LeavesKiAsync(
        Position position, PositionAttributes before, AttributeValues values, DateOnly from, FundingWork work, CancellationToken ct)
    {
        var ki = await work.Db.KiAsync(ct);
        if (position.Module is null || !ki.Contains(before.Employer) || ki.Contains(values.Employer)) return null;
        var decision = values.DecisionKey is null ? null : await work.Db.Decisions.AsNoTracking().SingleAsync(row => row.Key == values.DecisionKey, ct);
        return decision is { IsOfKreis: true } && decision.DecidedOn <= from
            ? null
            : Error.Blocked("DECISION_REQUIRED", "A position leaves the KI by a decision of the Kreis that was made by that day (S-43).", []);
    }
}
