using System.Diagnostics;
using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>A committee decided about a theme: the cases behind it show the decision, and their case managers are told.</summary>
internal sealed class OnResolutionAdopted(CasesDb db, TimeProvider clock) : IConsumer<ResolutionAdopted>
{
    public async Task Consume(ConsumeContext<ResolutionAdopted> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        await ThemeLock.TakeAsync(db, message.ThemeId, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into decisions (resolution_id, version, theme_id, need_ids, number, title, committee_name, adopted_on,
                measure_id, measure_title, measure_owner_name, due_on, trace_id)
            values ({message.ResolutionId}, {message.Version}, {message.ThemeId}, {message.NeedIds.ToArray()}, {message.Number}, {message.Title},
                {message.CommitteeName}, {message.AdoptedOn}, {message.MeasureId}, {message.MeasureTitle}, {message.MeasureOwnerName},
                {message.DueOn}, {Activity.Current?.TraceId.ToHexString()})
            on conflict (resolution_id) do update set
                version = excluded.version, theme_id = excluded.theme_id, need_ids = excluded.need_ids, number = excluded.number,
                title = excluded.title, committee_name = excluded.committee_name, adopted_on = excluded.adopted_on,
                measure_id = excluded.measure_id, measure_title = excluded.measure_title,
                measure_owner_name = excluded.measure_owner_name, due_on = excluded.due_on, trace_id = excluded.trace_id
            where decisions.version < excluded.version
            """, ct);
        await Notices.ForThemeAsync(db, message.ThemeId, clock.GetUtcNow(), ct);
    }
}
