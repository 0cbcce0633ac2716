using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Marks a notice as read.</summary>
internal static class MarkNoticeRead
{
    public sealed record Request;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/notices/{id:guid}/read", Handle)
        .WithName(nameof(MarkNoticeRead))
        .WithSummary("Mark a notice as read")
        .WithDescription("A second time changes nothing.")
        .RequireAuthorization(CasesPolicies.ReadNotices)
        .ProducesProblem(404);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request? _, CaseWork work, CancellationToken ct)
    {
        var notice = await work.Db.Notices.SingleOrDefaultAsync(
            row => row.Id == id && work.Db.Cases.Any(own => own.Id == row.CaseId && own.EraseOn == null && own.ResponsibleId == work.Actor.AccountId), ct);
        if (notice is null) return Error.NotFound("notice").ToProblem();
        notice.MarkRead(work.Act().At);
        work.Audit.Change("case", notice.CaseId);
        await work.Db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
