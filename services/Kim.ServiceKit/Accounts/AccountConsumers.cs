using Kim.Contracts.Identity;
using Kim.ServiceKit.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Accounts;

/// <summary>
/// Keeps the accounts of the service: the highest version wins, whatever the order and number of deliveries. One statement each,
/// because the first two events of an account may arrive at the same moment.
/// </summary>
internal sealed class OnAccountChanged(KimDbContext db) : IConsumer<AccountChanged>
{
    public Task Consume(ConsumeContext<AccountChanged> context)
    {
        var message = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into accounts (id, version, roles, organisation, team, ags, position, active)
            values ({message.AccountId}, {message.Version}, {message.Roles.ToArray()}, {message.Organisation}, {message.Team},
                {message.Ags.ToArray()}, {message.Position}, {message.Active})
            on conflict (id) do update set version = excluded.version, roles = excluded.roles, organisation = excluded.organisation,
                team = excluded.team, ags = excluded.ags, position = excluded.position, active = excluded.active
            where accounts.version < excluded.version
            """, context.CancellationToken);
    }
}

/// <summary>Ends an account's access, even when its other facts have not arrived yet.</summary>
internal sealed class OnAccountDisabled(KimDbContext db) : IConsumer<AccountDisabled>
{
    public Task Consume(ConsumeContext<AccountDisabled> context)
    {
        var message = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into accounts (id, version, roles, organisation, ags, active, disabled_version)
            values ({message.AccountId}, 0, array[]::text[], '', array[]::text[], false, {message.Version})
            on conflict (id) do update set disabled_version = excluded.disabled_version
            where accounts.disabled_version is null or accounts.disabled_version < excluded.disabled_version
            """, context.CancellationToken);
    }
}
