using Kim.Cases.Data;
using Kim.Contracts.Network;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>A theme moved on: the case shows its title and state, and later decisions on it find the case.</summary>
internal sealed class OnNeedStateChanged(CasesDb db, TimeProvider clock) : IConsumer<NeedStateChanged>
{
    public async Task Consume(ConsumeContext<NeedStateChanged> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        await ThemeLock.TakeAsync(db, message.ThemeId, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into themes (id, version, title, state) values ({message.ThemeId}, {message.Version}, {message.Title}, {message.State})
            on conflict (id) do update set version = excluded.version, title = excluded.title, state = excluded.state
            where themes.version < excluded.version
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into theme_needs (theme_id, need_id, last_version)
            select {message.ThemeId}, need_id, {message.Version} from unnest({message.NeedIds.Distinct().ToArray()}) need_id
            on conflict (theme_id, need_id) do update set last_version = greatest(theme_needs.last_version, excluded.last_version)
            """, ct);
        await Notices.ForThemeAsync(db, message.ThemeId, clock.GetUtcNow(), ct);
    }
}
