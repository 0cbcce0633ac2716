using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>A measure of the network is done: the cases that it helps show what is different now.</summary>
internal sealed class OnMeasureCompleted(CasesDb db, TimeProvider clock) : IConsumer<MeasureCompleted>
{
    public async Task Consume(ConsumeContext<MeasureCompleted> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        await ThemeLock.TakeAsync(db, message.ThemeId, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into measure_progress (measure_id, resolution_id, completed_version, completed_on, outcome)
            values ({message.MeasureId}, {message.ResolutionId}, {message.Version}, {message.CompletedOn}, {message.Outcome})
            on conflict (measure_id) do update set
                completed_version = excluded.completed_version, completed_on = excluded.completed_on, outcome = excluded.outcome
            where coalesce(measure_progress.completed_version, 0) < excluded.completed_version
            """, ct);
        await Notices.ForThemeAsync(db, message.ThemeId, clock.GetUtcNow(), ct);
    }
}
