namespace Kim.Funding.Features;

/// <summary>
/// Books a cost. What the grant does not bear (outside its Verwendungszeitraum as known on the day of the booking, a type that its
/// programme does not pay for) is recorded as own share with its reasons, unless the client asks for eligible costs only. The same
/// voucher line on two grants is refused: no double funding (TIntG § 9(4)).
/// </summary>
internal static class BookCost
{
    /// <summary>The cost.</summary>
    public sealed record Request(
        [property: Required, RegularExpression("^[A-Z0-9][A-Z0-9./-]{0,59}$"), Description("Number of the voucher; names nobody.")] string Voucher = "",
        [property: Range(1, 999), Description("Line of the voucher; 1 unless told.")] int? Line = null,
        [property: Required, StringLength(60), Description("Code of the cost type.")] string Type = "",
        [property: Required, Range(typeof(decimal), "0.01", "1000000000", ParseLimitsInInvariantCulture = true), Description("EUR, two decimals.")] decimal? AmountEur = null,
        [property: Required, Description("The day for which the money is used: decides year and Verwendungszeitraum.")] DateOnly? SpentOn = null,
        [property: Description("The day of the booking, today unless told: what was known of the period then counts.")] DateOnly? BookedOn = null,
        [property: Description("The grant that pays; absent is own share.")] Guid? GrantId = null,
        [property: StringLength(80), Description("Key of the position, for personnel costs.")] string? Position = null,
        [property: RegularExpression("^[0-9]{8}$"), Description("Municipality that benefits (S-11).")] string? Ags = null,
        [property: Description("Refuse (409) instead of recording as own share.")] bool RequireEligible = false);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/costs", Handle)
        .WithName(nameof(BookCost))
        .WithSummary("Books a cost")
        .WithDescription("409 DOUBLE_FUNDING when the voucher line is booked on another grant, LINE_BOOKED when it is booked already, NOT_ELIGIBLE with requireEligible. Else eligible=false and reasons: NO_GRANT, OUTSIDE_PERIOD, PERIOD_UNKNOWN, TYPE_NOT_ELIGIBLE.")
        .RequireAuthorization(FundingPolicies.WriteMoney)
        .ProducesProblem(409);

    private static async Task<Results<Created<CostView>, ProblemHttpResult>> Handle(Request request, FundingWork work, CancellationToken ct)
    {
        if (await CheckAsync(request, work, ct) is { } invalid) return invalid.ToProblem();
        var type = await work.Db.CostTypes.SingleOrDefaultAsync(row => row.Code == request.Type, ct);
        if (type is null) return Error.Invalid("cost-type-unknown", "There is no such cost type.", "type").ToProblem();
        var grant = request.GrantId is { } id ? await work.Db.Grants.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) : null;
        if (request.GrantId is not null && grant is null) return Error.Invalid("grant-unknown", "There is no such grant.", "grantId").ToProblem();

        var facts = ToFacts(request, work.Today);
        await work.Db.LockVoucherAsync(facts.Voucher, ct);
        var booked = await work.Db.Costs.AsNoTracking().SingleOrDefaultAsync(
            row => row.Voucher == facts.Voucher && row.Line == facts.Line && row.Reverses == null && row.ReversedBy == null, ct);
        if (booked is not null) return Booked(booked, facts).ToProblem();

        var eligibility = Eligibility.Of(facts, type, grant);
        if (request.RequireEligible && !eligibility.Eligible)
            return Error.Blocked("NOT_ELIGIBLE", $"The grant does not bear it: {string.Join(", ", eligibility.Reasons)}.", []).ToProblem();
        var cost = work.Db.Add(Cost.Book(work.NewId(), facts, type, eligibility, work.By())).Entity;
        work.Audit.Change("cost", cost.Id);
        await work.SaveAsync(cost, ct);
        return TypedResults.Created($"/api/v1/funding/costs/{cost.Id}", CostView.Of(cost));
    }

    private static Error Booked(Cost booked, CostFacts facts) => booked.GrantId == facts.GrantId
        ? Error.Blocked("LINE_BOOKED", "This line of the voucher is booked already; reverse it first.", ["REVERSAL"])
        : Error.Blocked("DOUBLE_FUNDING", "This line of the voucher is booked on another grant (TIntG § 9(4)).", ["REVERSAL"]);

    private static async Task<Error?> CheckAsync(Request request, FundingWork work, CancellationToken ct)
    {
        if (!Money.IsInCents(request.AmountEur!.Value)) return Error.Invalid("amount-decimals", "Amounts have two decimals.", "amountEur");
        if (request.BookedOn > work.Today) return Error.Invalid("booked-in-future", "A booking is made today or was made before.", "bookedOn");
        if (request.Position is { } position && !await work.Db.Positions.AnyAsync(row => row.Key == position, ct))
            return Error.Invalid("position-unknown", "There is no such position.", "position");
        return request.Ags is { } ags && await work.UnknownAgsAsync([ags], ct) is not null
            ? Error.Invalid("ags-unknown", "The Kreis has no such municipality.", "ags")
            : null;
    }

    private static CostFacts ToFacts(Request request, DateOnly today) => new()
    {
        Voucher = request.Voucher,
        Line = request.Line ?? 1,
        Type = request.Type,
        AmountEur = request.AmountEur!.Value,
        SpentOn = request.SpentOn!.Value,
        BookedOn = request.BookedOn ?? today,
        GrantId = request.GrantId,
        Position = request.Position,
        Ags = request.Ags,
    };
}
