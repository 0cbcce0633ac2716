using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Shows a case whole. Each look is written into the audit before the answer leaves (domain.md 7.4).</summary>
internal static class GetCase
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases/{id:guid}", Handle)
        .WithName(nameof(GetCase))
        .WithSummary("Read a case")
        .WithDescription("The whole case with its ETag: plan, consents, interpreters, structural needs and what was decided about them, referrals to the EBH and how far they are. A case of someone else is 404.")
        .RequireAuthorization(CasesPolicies.Read)
        .ReadsInOneTrip()
        .ProducesProblem(404);

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, Actor actor, OneTrip trip, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var today = GermanDay.Of(clock.GetUtcNow());
        var found = await trip.FindAsync("case", CaseSheet.Of(id, actor), row => CaseReading.Read(row, today), ct);
        if (found.View is null) return Error.NotFound("case").ToProblem();
        http.SetETag(ConcurrencyExtensions.ETagOf(found.Version));
        return TypedResults.Ok(found.View);
    }
}
