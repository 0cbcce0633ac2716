namespace Kim.Funding.Features;

/// <summary>
/// The programmes with their Bausteine as of a day. A Baustein without an offer is shown as such ('kein Angebot', S-31), never left
/// out; a position with two programme labels is one position.
/// </summary>
internal static class ListProgrammes
{
    /// <summary>A programme.</summary>
    public sealed record Item(
        string Key, string Title, string? Funder, string? TargetGroup, int? AgeFrom, int? AgeUntil, IReadOnlyList<string> Statuses,
        DateOnly? ValidFrom, [property: Description("Exclusive; null is open.")] DateOnly? ValidUntil,
        [property: Description("Whether it runs on the day.")] bool Running, IReadOnlyList<Component> Components,
        [property: Description("Established VZÄ on the day that carry this label; a position with two labels is one position.")] decimal PositionsVzae,
        [property: Description("Keys of positions that carry another label, too: not to be counted twice.")] IReadOnlyList<string> SharedPositions,
        IReadOnlyList<string> Sources, bool Demo, bool Assumed, string? Note);

    /// <summary>A Baustein.</summary>
    public sealed record Component(
        string Key, int Number, string Title,
        [property: Description("On the day: OFFERED, PLANNED, ENDED, COMPLETED or NO_OFFER.")] string State,
        [property: Description("The same in German, 'kein Angebot' included.")] string StateDe,
        IReadOnlyList<string> Offers, IReadOnlyList<Carrier> Carriers, IReadOnlyList<string> Sources, string? Note);

    /// <summary>A carrier.</summary>
    public sealed record Carrier(
        string Organisation, string Name, decimal? Vzae, DateOnly? ValidFrom, DateOnly? ValidUntil,
        [property: Description("Whether it carries the Baustein on the day.")] bool Active);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/programmes", Handle)
        .WithName(nameof(ListProgrammes))
        .WithSummary("Programmes with their Bausteine")
        .WithDescription("By key, as of `asOf` (today unless told). Ended ones are listed too. Source: S-17, S-25 to S-32, A-4, A-8.")
        .RequireAuthorization(FundingPolicies.ReadStaffing);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("The day; today unless told.")] DateOnly? asOf, FundingWork work, CancellationToken ct)
    {
        if (page.Read<AfterKey>() is var start && start.Error is { } error) return error.ToProblem();
        var day = asOf ?? work.Today;
        var query = work.Db.Programmes.AsNoTracking();
        if (start.Value.After is { } after) query = query.Where(row => string.Compare(row.Key, after.Key) > 0);
        var found = await query.OrderBy(row => row.Key).Take(start.Value.Take + 1).ToListAsync(ct);
        var names = await work.Db.Organisations.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Name, ct);
        var positions = await work.Db.StaffedAsync(ct);
        return TypedResults.Ok(Page.Of([.. found.Select(row => ToItem(row, day, names, positions))], start.Value.Take, (Item item) => new AfterKey(item.Key)));
    }

    private static Item ToItem(Programme row, DateOnly day, Dictionary<string, string> names, IReadOnlyList<StaffedPosition> positions)
    {
        var own = positions.Where(staffed => staffed.Position.Programmes.Contains(row.Key)).ToList();
        return new(
            row.Key, row.Title, row.Funder, row.Target.Text, row.Target.AgeFrom, row.Target.AgeUntil, row.Target.Statuses, row.ValidFrom,
            row.ValidUntil, row.RunsOn(day), [.. row.Components.Select(component => ToComponent(component, day, names))],
            Staffing.Planned(own, day),
            [.. own.Where(staffed => staffed.Position.Programmes.Count > 1).Select(staffed => staffed.Position.Key)],
            row.Provenance.Sources, row.Provenance.Demo, row.Provenance.Assumed, row.Provenance.Note);
    }

    private static Component ToComponent(ProgrammeComponent component, DateOnly day, Dictionary<string, string> names)
    {
        var state = component.StateOn(day);
        return new(
            component.Key, component.Number, component.Title, state, Texts.OfComponent(state), component.Offers,
            [
                .. component.Carriers.Select(carrier => new Carrier(
                    carrier.Organisation, names.GetValueOrDefault(carrier.Organisation, carrier.Organisation), carrier.Vzae, carrier.ValidFrom,
                    carrier.ValidUntil, Period.Holds(carrier.ValidFrom, carrier.ValidUntil, day))),
            ],
            component.Provenance.Sources, component.Provenance.Note);
    }
}
