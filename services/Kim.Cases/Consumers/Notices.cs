using Kim.Cases.Data;
using Kim.Cases.Reference;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>Writes notices: once per case, subject and kind, whatever the order and repetition of the events.</summary>
internal static class Notices
{
    public static Task<int> AddAsync(CasesDb db, Guid caseId, Guid subjectId, string kind, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into notices (id, case_id, subject_id, kind, at)
            values ({Guid.CreateVersion7(at)}, {caseId}, {subjectId}, {kind}, {at})
            on conflict (case_id, subject_id, kind) do nothing
            """, ct);

    /// <summary>
    /// Tells every case that has a need in the theme, or in a resolution about it, what is known by now. It asks the stored facts and
    /// not the event at hand: whichever event comes last completes the picture.
    /// </summary>
    public static async Task ForThemeAsync(CasesDb db, Guid themeId, DateTimeOffset at, CancellationToken ct)
    {
        await AddAsync(db, themeId, NoticeKinds.ResolutionAdopted, onlyCompleted: false, at, ct);
        await AddAsync(db, themeId, NoticeKinds.MeasureCompleted, onlyCompleted: true, at, ct);
    }

    private static Task<int> AddAsync(CasesDb db, Guid themeId, string kind, bool onlyCompleted, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into notices (id, case_id, subject_id, kind, at)
            select gen_random_uuid(), found.case_id, found.resolution_id, {kind}, {at}
            from (
                select distinct need.case_id, decision.resolution_id
                from decisions decision
                join structural_needs need on need.state = 'OPEN' and (
                    need.id = any(decision.need_ids)
                    or exists (select 1 from theme_needs link where link.theme_id = decision.theme_id and link.need_id = need.id))
                left join measure_progress measure on measure.measure_id = decision.measure_id
                where decision.theme_id = {themeId} and (not {onlyCompleted} or measure.completed_version is not null)
            ) found
            on conflict (case_id, subject_id, kind) do nothing
            """, ct);
}
