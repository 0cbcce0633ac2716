using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
        .ProducesProblem(404);

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, CaseWork work, HttpContext http, CancellationToken ct)
    {
        var found = await Whole(work.Db.Cases.VisibleTo(work.Actor)).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (found is null) return Error.NotFound("case").ToProblem();

        var talks = await work.Db.InterpreterRequests.AsNoTracking().Where(talk => talk.CaseId == id).OrderBy(talk => talk.RequestedAt).ToListAsync(ct);
        var needs = await StructuralNeedView.OfCaseAsync(work.Db, id, ct);
        var referrals = await ReferralView.OfCaseAsync(work.Db, id, ct);
        work.Audit.Read("case", id);
        http.SetETag(work.Db.ETagOf(found));
        return TypedResults.Ok(CaseView.Of(found, talks, needs, referrals, work.Act().Day));
    }

    // Tracked, because the row's version is a shadow property; nothing is changed, so nothing is written.
    private static IQueryable<Case> Whole(IQueryable<Case> cases) => cases.AsSplitQuery()
        .Include(row => row.Consents).Include(row => row.Ratings).Include(row => row.Needs)
        .Include(row => row.Goals).ThenInclude(goal => goal.Measures)
        .Include(row => row.ResidencePeriods).Include(row => row.Nationalities).Include(row => row.PhaseChanges);
}
