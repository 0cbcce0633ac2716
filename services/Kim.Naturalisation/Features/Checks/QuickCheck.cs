using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Features.Checks;

/// <summary>A check without a person: facts in, verdicts out, nothing stored.</summary>
internal static class QuickCheck
{
    public sealed record Request(
        [property: Description("The day whose law applies.")] DateOnly DecisionOn,
        [property: Required, Description("Day of birth, nationalities, residence periods; no name.")] PulledFacts Person,
        [property: Required, Description("Further facts; one left out counts as unknown.")] OfficerFacts Facts,
        [property: Description("Day of application, for § 40a and § 9(2).")] DateOnly? ApplicationOn = null,
        [property: AllowedValues("STAG_10", "STAG_9", "STAG_8", null), Description("STAG_10 without it.")] string? Route = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/checks/quick", Handle)
        .WithName(nameof(QuickCheck))
        .WithSummary("Quick check without a person")
        .WithDescription("Nothing is stored. Send no Idempotency-Key: its answer would be kept for a day.")
        .RequireAuthorization(NaturalisationPolicies.QuickCheck);

    private static async Task<Results<Ok<CheckResult>, ProblemHttpResult>> Handle(Request request, CheckDesk desk, CancellationToken ct)
    {
        var book = await desk.Db.RulesAsync(ct);
        var fault = desk.DayFault(request.DecisionOn) ?? FactRules.Fault(request.Facts, "facts") ?? FactRules.Fault(request.Person, "person");
        if (fault is not null) return fault.ToProblem();
        foreach (var (i, period) in request.Person.ResidencePeriods.Index())
            if (!book.Statuses.ContainsKey(period.Status))
                return Error.Invalid("status-unknown", "There is no such residence status.", $"person.residencePeriods[{i}].status").ToProblem();
        var result = Engine.Check(book, new CheckDay(request.DecisionOn, request.ApplicationOn), request.Route ?? Routes.Entitlement, new CheckFacts(request.Person, request.Facts));
        return result.Error is { } refused ? refused.ToProblem() : TypedResults.Ok(result.Value);
    }
}
