using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Shows how far the erasure of a case is, and before one is asked, which duty would keep the record.</summary>
internal static class GetErasure
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases/{id:guid}/erasure", Handle)
        .WithName(nameof(GetErasure))
        .WithSummary("Read how far an erasure is")
        .WithDescription("State NONE with the duty that would keep the record and the ETag for the request; RESTRICTED with reason, duty and day; ERASING; ERASED, also when the case is gone. Nothing of the person is shown.")
        .RequireAuthorization(CasesPolicies.ErasePersons)
        .ProducesProblem(404);

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> Handle(Guid id, CaseWork work, HttpContext http, CancellationToken ct)
    {
        if (await ErasureView.FindAsync(work.Db, id, ct) is { } decided)
        {
            work.Audit.Read("erasure", id);
            return TypedResults.Ok(ErasureView.Of(decided));
        }

        var found = await work.Db.Cases.ForRightsOfPerson(work.Actor).Include(row => row.PhaseChanges).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (found is null) return Error.NotFound("case").ToProblem();
        var disclosed = await work.Db.Referrals.AnyAsync(row => row.CaseId == id, ct);
        var duty = found.DutyOn(work.Act().Day, disclosed, RetentionRules.All);
        work.Audit.Read("erasure", id);
        http.SetETag(work.Db.ETagOf(found));
        return TypedResults.Ok(ErasureView.Before(duty.Ok ? duty.Value : null));
    }
}
