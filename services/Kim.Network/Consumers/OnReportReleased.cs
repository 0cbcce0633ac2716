using Kim.Contracts.Funding;
using Kim.Network.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Consumers;

/// <summary>A report was released, or a correction of it: the newest version is kept, whichever comes first.</summary>
internal sealed class OnReportReleased(NetworkDb db) : IConsumer<ReportReleased>
{
    public Task Consume(ConsumeContext<ReportReleased> context)
    {
        var message = context.Message;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into released_reports (id, version, "from", until, sha256, released_on)
            values ({message.ReportId}, {message.Version}, {message.From}, {message.Until}, {message.Sha256}, {message.ReleasedOn})
            on conflict (id) do update set
                version = excluded.version, "from" = excluded."from", until = excluded.until, sha256 = excluded.sha256, released_on = excluded.released_on
            where released_reports.version < excluded.version
            """, context.CancellationToken);
    }
}
