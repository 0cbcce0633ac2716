using Kim.Contracts.Network;
using Kim.Network.Domain;
using Kim.Network.Reference;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Data;

/// <summary>
/// Loads themes for a change and tells the others of it. A theme is changed by events and by people: its row is locked first, so
/// that a need that arrives while a committee decides waits, instead of making the decision fail.
/// </summary>
internal sealed class ThemeBook(NetworkDb db, EventBook events, TimeProvider clock)
{
    /// <summary>The theme, locked until the transaction ends; null when there is none that may be seen.</summary>
    public async Task<Theme?> LockAsync(Guid id, CancellationToken ct) =>
        (await db.Themes.FromSql($"select *, xmin from themes where id = {id} for update").ToListAsync(ct)).SingleOrDefault();

    /// <summary>The open theme of a topic, locked; begun when there is none. Two at once end with the same one: the unique index decides.</summary>
    public async Task<Theme> LockOpenAsync(string topic, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            var known = await db.Themes
                .FromSql($"select *, xmin from themes where topic = {topic} and state not in ('WIRKSAM_GEPRUEFT', 'ABGELEHNT') for update").ToListAsync(ct);
            if (known.Count > 0) return known[0];
            var begun = Theme.Start(Guid.CreateVersion7(now), topic, now);
            await db.Database.ExecuteSqlAsync($"""
                insert into themes (id, topic, title, state, version, rechtskreis, influence, open_needs, created_at, updated_at)
                values ({begun.Id}, {begun.Topic}, {begun.Title}, {begun.State}, {begun.Version}, {begun.Rechtskreis}, {begun.Influence},
                    {begun.OpenNeeds}, {begun.CreatedAt}, {begun.UpdatedAt})
                on conflict do nothing
                """, ct);
        }
    }

    /// <summary>Asks the routing rule anew; a closed theme keeps what was proposed.</summary>
    public async Task RouteAsync(Theme theme, CancellationToken ct)
    {
        if (theme.Closed) return;
        var committees = await db.Committees.AsNoTracking()
            .Where(committee => committee.TakesThemes && committee.State == "ACTIVE").OrderBy(committee => committee.Key).ToListAsync(ct);
        var reach = new ThemeReach(theme.Influence, theme.Region, theme.AgeBand);
        theme.Propose(CommitteeRouting.Propose(new RoutingFacts(reach, theme.Rechtskreis), [.. committees.Select(Routable)]));
    }

    /// <summary>Publishes the theme's state with all its open needs.</summary>
    public async Task AnnounceAsync(Theme theme, CancellationToken ct) => events.Add(theme.Id, new NeedStateChanged
    {
        ThemeId = theme.Id,
        Version = theme.Version,
        Title = theme.Title,
        State = theme.State,
        NeedIds = await OpenNeedIdsAsync(theme.Id, ct),
        ChangedOn = LocalDay.Of(clock.GetUtcNow()),
    });

    /// <summary>The open needs of a theme.</summary>
    public async Task<List<Guid>> OpenNeedIdsAsync(Guid theme, CancellationToken ct) =>
        await db.Needs.Where(need => need.ThemeId == theme && need.Open).OrderBy(need => need.Id).Select(need => need.Id).ToListAsync(ct);

    private static RoutableCommittee Routable(Committee committee) =>
        new(committee.Key, committee.Category, committee.Field, committee.AgeBand?.Code, committee.Region);
}
