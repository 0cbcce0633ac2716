using Kim.Funding.Reference;

namespace Kim.Funding.Features;

/// <summary>
/// Whether a programme is for somebody on the day of entry. Takes an age and a status, never a person: nothing is stored. The
/// target group is no hard stop: others with similar needs could join in practice, with a reason (S-25, S-26, A-7, domain.md 2.7).
/// </summary>
internal static class CheckEligibility
{
    /// <summary>Age and status on the day of entry.</summary>
    public sealed record Request(
        [property: Required, Range(0, 120), Description("Whole years on the day of entry.")] int? Age = null,
        [property: Required, StringLength(40, MinimumLength = 1), Description("Residence status code, see cases /codes.")] string Status = "",
        [property: Required, Description("Day of entry.")] DateOnly? EntryOn = null);

    /// <summary>The outcome.</summary>
    public sealed record Response(
        [property: Description("MATCH, EXCEPTION_WITH_REASON or NO.")] string Outcome,
        IReadOnlyList<Reason> Reasons,
        [property: Description("The setting that decides whether the upper bound of the age belongs to the target group (A-7).")] bool AgeUpperBoundInclusive);

    /// <summary>A reason that speaks against a plain match.</summary>
    public sealed record Reason(string Code, string TextDe);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/programmes/{key}/eligibility", Handle)
        .WithName(nameof(CheckEligibility))
        .WithSummary("Checks a programme's target group")
        .WithDescription("MATCH; EXCEPTION_WITH_REASON for age, status or a programme that ended; NO without an offer or before its start. Stores nothing.")
        .RequireAuthorization(FundingPolicies.ReadStaffing)
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string key, Request request, FundingWork work, CancellationToken ct)
    {
        var programme = await work.Db.Programmes.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, ct);
        if (programme is null) return Error.NotFound("programme").ToProblem();
        var inclusive = await work.Db.Settings.Where(row => row.Key == Setting.AgeUpperBoundInclusive).Select(row => (int?)row.Value).SingleOrDefaultAsync(ct) is null or 1;
        var (outcome, reasons) = ProgrammeCheck.Run(programme, request.Age!.Value, request.Status, request.EntryOn!.Value, inclusive);
        return TypedResults.Ok(new Response(outcome, [.. reasons.Select(code => new Reason(code, Texts.OfReason(code)))], inclusive));
    }
}
