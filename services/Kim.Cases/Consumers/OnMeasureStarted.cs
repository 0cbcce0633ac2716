using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>Work on a measure of the network began. Kept apart from its completion, so that neither order loses a fact.</summary>
internal sealed class OnMeasureStarted(CasesDb db) : IConsumer<MeasureStarted>
{
    public async Task Consume(ConsumeContext<MeasureStarted> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        await ThemeLock.TakeAsync(db, message.ThemeId, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into measure_progress (measure_id, resolution_id, started_version, started_on)
            values ({message.MeasureId}, {message.ResolutionId}, {message.Version}, {message.StartedOn})
            on conflict (measure_id) do update set started_version = excluded.started_version, started_on = excluded.started_on
            where coalesce(measure_progress.started_version, 0) < excluded.started_version
            """, ct);
    }
}
