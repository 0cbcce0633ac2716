namespace Kim.Funding.Features;

/// <summary>One position with its whole history: versions of its attributes, who held it, and corrected rows as they were.</summary>
internal static class GetPosition
{
    /// <summary>The position.</summary>
    public sealed record Response(
        string Key, string Title, string? Module, IReadOnlyList<string> Programmes, decimal Vzae, decimal FilledVzae, string State,
        string? Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly FundedFrom, DateOnly? FundedUntil,
        [property: Description("Municipalities of its Bezirkszuständigkeit on the day (S-67).")] IReadOnlyList<string> District,
        IReadOnlyList<Version> Attributes, IReadOnlyList<Holder> Occupancies, IReadOnlyList<string> Sources, bool Demo, bool Assumed, string? Note);

    /// <summary>A version of the attributes; superseded ones are history.</summary>
    public sealed record Version(
        Guid Id, string Employer, IReadOnlyList<string> RegionServed, string? Fachaufsicht, DateOnly ValidFrom, DateOnly? ValidUntil,
        string? DecisionKey, Entry Recorded, Entry? Superseded);

    /// <summary>Who holds or held it; corrected rows are history and count nowhere.</summary>
    public sealed record Holder(
        Guid Id, [property: Field(FieldClass.Personal)] Guid? AccountId, decimal Vzae, DateOnly From,
        [property: Description("Exclusive.")] DateOnly? Until, [property: Field(FieldClass.Personal)] string EmploymentType,
        Entry Recorded, [property: Field(FieldClass.Personal)] Entry? Corrected, [property: Field(FieldClass.Personal)] Guid? CorrectedBy);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/positions/{key}", Handle)
        .WithName(nameof(GetPosition))
        .WithSummary("One position with its history")
        .WithDescription("As of `asOf` (today unless told). Its ETag is needed to end or correct an occupancy. The read is on record.")
        .RequireAuthorization(FundingPolicies.ReadStaffing)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string key, [Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        var row = await work.Db.Positions.Include(found => found.Attributes).SingleOrDefaultAsync(found => found.Key == key, ct);
        if (row is null) return Error.NotFound("position").ToProblem();
        var day = asOf ?? work.Today;
        var staffed = new StaffedPosition(row, await work.Db.Occupancies.AsNoTracking().Where(held => held.Position == key).OrderBy(held => held.From).ToListAsync(ct));
        var districts = await work.Db.Districts.AsNoTracking().Where(found => found.Position == key).ToListAsync(ct);
        work.Audit.Read("position", row.Id);
        await work.Db.SaveChangesAsync(ct);
        work.Name(row);
        return TypedResults.Ok(ToResponse(staffed, districts.Where(found => Period.Holds(found.ValidFrom, found.ValidUntil, day)).SelectMany(found => found.Ags), day));
    }

    private static Response ToResponse(StaffedPosition staffed, IEnumerable<string> district, DateOnly day)
    {
        var (row, at) = (staffed.Position, staffed.Position.On(day));
        return new(
            row.Key, row.Title, row.Module, row.Programmes, row.Vzae, staffed.FilledOn(day), staffed.StateOn(day), at?.Employer,
            at?.RegionServed ?? [], at?.Fachaufsicht, row.FundedFrom, row.FundedUntil, [.. district.Order(StringComparer.Ordinal)],
            [
                .. row.Attributes.OrderBy(version => version.ValidFrom).ThenBy(version => version.Id).Select(version => new Version(
                    version.Id, version.Employer, version.RegionServed, version.Fachaufsicht, version.ValidFrom, version.ValidUntil,
                    version.DecisionKey, version.Recorded, version.Superseded)),
            ],
            [
                .. staffed.Occupancies.Select(held => new Holder(
                    held.Id, held.AccountId, held.Vzae, held.From, held.Until, held.EmploymentType, held.Recorded, held.Corrected, held.CorrectedBy)),
            ],
            row.Provenance.Sources, row.Provenance.Demo, row.Provenance.Assumed, row.Provenance.Note);
    }
}
