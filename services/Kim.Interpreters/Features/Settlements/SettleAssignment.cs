namespace Kim.Interpreters.Features.Settlements;

/// <summary>
/// Pays an assignment by the rate rule in force on the day of the talk and charges the funding pots of that year. The Land's
/// money bears the allowance of volunteers and never the way (domain.md 6.1). Charge and balance stand in one transaction.
/// </summary>
internal static class SettleAssignment
{
    /// <summary>Nothing to say: the body may be empty.</summary>
    public sealed record Request;

    /// <summary>What was paid and who bears it.</summary>
    public sealed record Response(
        Guid Id, string State, int Minutes, string RateRule, DateOnly ValidFrom, DateOnly SettledOn, IReadOnlyList<Line> Lines, decimal TotalEur);

    /// <summary>A line: half hours or kilometres, their price, the pot.</summary>
    public sealed record Line(string Kind, string Pot, decimal Units, decimal UnitEur, decimal AmountEur);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/requests/{id:guid}/settlement", Handle)
        .WithName(nameof(SettleAssignment))
        .WithSummary("Pays an assignment")
        .WithDescription("From GEPRUEFT to AUSGEZAHLT; tells the requester. 409 POT_EXHAUSTED when no pot has the money, NO_RATE_RULE when no rule is in force.")
        .RequireAuthorization(InterpretersPolicies.SettleAssignments)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, InterpretersDb db, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (await db.LockBookingAsync(id, ct) is not { } booking) return Error.NotFound("request").ToProblem();
        if (booking.Settle(desk.Now).Error is { } refused) return refused.ToProblem();
        if (await PayAsync(db, booking, desk, ct) is var paid && paid.Error is { } unpaid) return unpaid.ToProblem();

        var settlement = paid.Value;
        db.Settlements.Add(settlement);
        desk.Events.Add(booking.Id, ToEvent(booking, settlement));
        desk.Audit.Change("settlement", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(
            id, booking.State, settlement.Minutes, settlement.RateRule, settlement.RateRuleValidFrom, settlement.SettledOn,
            [.. settlement.Lines.Select(line => new Line(line.Kind, line.Pot, line.Units, line.UnitEur, line.AmountEur))], settlement.TotalEur));
    }

    private static async Task<Result<Settlement>> PayAsync(InterpretersDb db, Booking booking, Desk desk, CancellationToken ct)
    {
        var assignment = await db.Assignments.SingleAsync(found => found.BookingId == booking.Id && found.Active, ct);
        var level = await db.Interpreters.Where(found => found.Id == assignment.InterpreterId).Select(found => found.Level).SingleAsync(ct);
        var day = LocalTime.DayOf(assignment.StartedAt!.Value);
        var rules = await db.RateRules.AsNoTracking().ToListAsync(ct);
        if (RateRule.Choose(rules, level, booking.Details.Mode, day) is not { } rule)
            return Error.Blocked("NO_RATE_RULE", "No rate rule is in force for this talk.", []);

        var lines = rule.Terms.Charge(assignment.Minutes, assignment.TravelMinutes ?? 0, assignment.TravelKm ?? 0);
        if (PotSplit.Charge(lines, await db.LockPotsAsync(day.Year, ct)) is var split && split.Error is { } exhausted) return exhausted;
        return Settlement.Of(assignment, rule, split.Value, LocalTime.DayOf(desk.Now), desk.Actor.AccountId);
    }

    private static AssignmentSettled ToEvent(Booking booking, Settlement settlement) => new()
    {
        BookingRef = booking.BookingRef,
        Version = booking.Version,
        Minutes = settlement.Minutes,
        RateRule = settlement.RateRule,
        RateRuleValidFrom = settlement.RateRuleValidFrom,
        SettledOn = settlement.SettledOn,
        Charges =
        [
            .. settlement.Lines.GroupBy(line => (line.Pot, line.Kind))
                .Select(group => new PotCharge { Pot = group.Key.Pot, Kind = group.Key.Kind, AmountEur = group.Sum(line => line.AmountEur) }),
        ],
    };
}
