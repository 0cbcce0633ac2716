using Kim.Network.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Data;

/// <summary>
/// Takes what cases tells of a need and brings the theme up to date. Report and withdrawal come on two queues, so the need's row is
/// locked before it is read; themes are locked in the order of their topics, so no two events wait for each other.
/// </summary>
internal sealed class NeedIntake(NetworkDb db, ThemeBook themes, TimeProvider clock)
{
    /// <summary>Applies a change to a need, whether it is known yet or not.</summary>
    /// <param name="id">The need.</param>
    /// <param name="change">The change; false when it is old news.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task ApplyAsync(Guid id, Func<StructuralNeed, bool> change, CancellationToken ct)
    {
        var need = await LockAsync(id, ct);
        var wasOpen = need.Open;
        var before = need.ThemeId;
        if (!change(need)) return;
        if (need.ReportVersion > 0)
        {
            var affected = await LockThemesAsync(need, before, wasOpen, ct);
            await db.SaveChangesAsync(ct);
            foreach (var theme in affected) await RecountAsync(theme, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<StructuralNeed> LockAsync(Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            insert into structural_needs (id, report_version, withdrawal_version, topic, rechtskreis, agency_type, ags, weight, reported_on, open)
            values ({id}, 0, 0, '', '', '', array[]::text[], 0, '0001-01-01', false)
            on conflict do nothing
            """, ct);
        return (await db.Needs.FromSql($"select *, xmin from structural_needs where id = {id} for update").ToListAsync(ct)).Single();
    }

    /// <summary>Joins the need to the theme of its topic and returns the themes whose set changed.</summary>
    private async Task<List<Theme>> LockThemesAsync(StructuralNeed need, Guid? before, bool wasOpen, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = before is { } id ? await db.Themes.AsNoTracking().Where(theme => theme.Id == id).Select(theme => new { theme.Id, theme.Topic, theme.State }).SingleAsync(ct) : null;
        // A need that is reported anew after its theme was closed speaks of something that is not settled.
        var stays = old is not null && old.Topic == need.Topic && (wasOpen || !ThemeState.Closed.Contains(old.State));
        if (stays) return [(await themes.LockAsync(old!.Id, ct))!];

        var affected = new List<Theme>();
        if (old is not null && string.CompareOrdinal(old.Topic, need.Topic) < 0) affected.Add((await themes.LockAsync(old.Id, ct))!);
        var joined = await themes.LockOpenAsync(need.Topic, now, ct);
        affected.Add(joined);
        if (old is not null && string.CompareOrdinal(old.Topic, need.Topic) > 0) affected.Add((await themes.LockAsync(old.Id, ct))!);
        need.Join(joined.Id);
        return affected;
    }

    private async Task RecountAsync(Theme theme, CancellationToken ct)
    {
        var threshold = await db.ThemeThresholdAsync(ct);
        // From the needs alone, never from what the theme was before: in whatever order messages come, they end in the same theme.
        var rechtskreise = (await db.Needs.Where(need => need.ThemeId == theme.Id).Select(need => new { need.Open, need.Rechtskreis }).ToListAsync(ct))
            .ToLookup(need => need.Open, need => need.Rechtskreis);
        var told = theme.Recount([.. rechtskreise[true]], [.. rechtskreise[false]], threshold, clock.GetUtcNow());
        await themes.RouteAsync(theme, ct);
        if (told) await themes.AnnounceAsync(theme, ct);
    }
}
