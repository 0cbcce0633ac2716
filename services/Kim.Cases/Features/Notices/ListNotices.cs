using System.ComponentModel;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Tells the responsible case manager what came back to her cases: resolutions, finished measures, interpreters, naturalisation.</summary>
internal static class ListNotices
{
    public sealed record Item(
        Guid Id, Guid CaseId, string CaseNumber, string Kind, string TitleDe, string TitleEn, DateTimeOffset At, bool Read);

    public sealed record Key(DateTimeOffset At, Guid Id);

    private sealed record Row(Guid Id, Guid CaseId, string CaseNumber, string Kind, string? About, DateTimeOffset At, bool Read);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/notices", Handle)
        .WithName(nameof(ListNotices))
        .WithSummary("List notices")
        .WithDescription("Notices about own cases, newest first; unread=true leaves out those that were read.")
        .RequireAuthorization(CasesPolicies.ReadNotices);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] PageRequest page, [Description("Only unread ones.")] bool? unread, CaseWork work, CancellationToken ct)
    {
        var start = page.Read<Key>();
        if (start.Error is { } error) return error.ToProblem();

        var notices = work.Db.Notices.AsNoTracking();
        if (unread is true) notices = notices.Where(notice => notice.ReadAt == null);
        if (start.Value.After is { } after)
            notices = notices.Where(notice => EF.Functions.LessThan(ValueTuple.Create(notice.At, notice.Id), ValueTuple.Create(after.At, after.Id)));
        var rows = await (
            from notice in notices
            join own in work.Db.Cases on notice.CaseId equals own.Id
            where own.ResponsibleId == work.Actor.AccountId && own.EraseOn == null
            orderby notice.At descending, notice.Id descending
            select new Row(
                notice.Id, own.Id, own.Number, notice.Kind,
                work.Db.Decisions.Where(decision => decision.ResolutionId == notice.SubjectId).Select(decision => decision.Title).FirstOrDefault()
                    ?? work.Db.InterpreterRequests.Where(talk => talk.BookingRef == notice.SubjectId).Select(talk => talk.Talk.Language).FirstOrDefault()
                    ?? work.Db.ReferralSteps.Where(step => step.Id == notice.SubjectId).Select(step => step.Outcome ?? step.Route).FirstOrDefault(),
                notice.At, notice.ReadAt != null)).Take(start.Value.Take + 1).ToListAsync(ct);

        var cut = Page.Of(rows, start.Value.Take, row => new Key(row.At, row.Id));
        work.Audit.Search("case", cut.Items.Select(row => row.CaseId));
        return TypedResults.Ok(new Page<Item>([.. cut.Items.Select(ItemOf)], cut.Next));
    }

    private static Item ItemOf(Row row)
    {
        var (german, english) = NoticeKinds.Text(row.Kind, row.About ?? "");
        return new Item(row.Id, row.CaseId, row.CaseNumber, row.Kind, german, english, row.At, row.Read);
    }
}
