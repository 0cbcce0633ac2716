using Kim.Contracts.Identity;
using Kim.ServiceKit.Data;
using MassTransit;

namespace Kim.ServiceKit.Accounts;

/// <summary>Keeps the accounts of the service: the highest version wins, whatever the order and number of deliveries.</summary>
internal sealed class OnAccountChanged(KimDbContext db) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var message = context.Message;
        var account = await db.Accounts.FindAsync([message.AccountId], context.CancellationToken);
        if (account is null) db.Accounts.Add(account = new Account { Id = message.AccountId });
        else if (account.Version >= message.Version) return;
        account.Version = message.Version;
        account.Roles = [.. message.Roles];
        account.Organisation = message.Organisation;
        account.Team = message.Team;
        account.Ags = [.. message.Ags];
        account.Position = message.Position;
        account.Active = message.Active;
        await db.SaveChangesAsync(context.CancellationToken);
    }
}

/// <summary>Ends an account's access, even when its other facts have not arrived yet.</summary>
internal sealed class OnAccountDisabled(KimDbContext db) : IConsumer<AccountDisabled>
{
    public async Task Consume(ConsumeContext<AccountDisabled> context)
    {
        var message = context.Message;
        var account = await db.Accounts.FindAsync([message.AccountId], context.CancellationToken);
        if (account is null) db.Accounts.Add(account = new Account { Id = message.AccountId });
        if (account.DisabledVersion >= message.Version) return;
        account.DisabledVersion = message.Version;
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
