using Kim.Contracts.Identity;
using Kim.Contracts.Vocabulary;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Results;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Messaging;

namespace Kim.Identity.Features.Accounts;

/// <summary>What an account may do, and where.</summary>
public sealed record AccountRights(IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string> Ags, string? Position)
{
    /// <summary>The first member that is wrong, or null.</summary>
    public Error? Check()
    {
        if (Roles.Count == 0) return Error.Invalid("roles-missing", "An account has at least one role.", "roles");
        if (Roles.FirstOrDefault(role => !Vocabulary.Contains(role)) is { } unknown)
            return Error.Invalid("role-unknown", $"There is no role '{unknown}'.", $"roles[{Roles.ToList().IndexOf(unknown)}]");
        if (Roles.Contains(Contracts.Vocabulary.Roles.Ops, StringComparer.Ordinal) && Roles.Count > 1)
            return Error.Invalid("ops-alone", "Operations sees no personal data: the role OPS stands alone.", "roles");
        if (Ags.FirstOrDefault(ags => ags.Length != 8 || !ags.All(char.IsAsciiDigit)) is { } wrong)
            return Error.Invalid("ags-invalid", "An AGS has eight digits.", $"ags[{Ags.ToList().IndexOf(wrong)}]");
        return null;
    }

    private static readonly HashSet<string> Vocabulary = [.. Contracts.Vocabulary.Roles.All];

    internal bool SameAs(Account account) => Roles.SequenceEqual(account.Roles, StringComparer.Ordinal) && Organisation == account.Organisation
        && Team == account.Team && Ags.SequenceEqual(account.Ags, StringComparer.Ordinal) && Position == account.Position;
}

/// <summary>The only place where accounts change: row and event in one transaction, the version rising by one.</summary>
internal sealed class AccountBook(IdentityDb db, EventBook events)
{
    public Account Open(KimUser user, AccountRights rights)
    {
        var account = new Account { Id = user.Id, Active = true };
        db.Add(user);
        db.Add(account);
        Change(account, rights);
        return account;
    }

    public void Change(Account account, AccountRights rights, bool? active = null)
    {
        account.Roles = [.. rights.Roles.Distinct(StringComparer.Ordinal)];
        account.Organisation = rights.Organisation;
        account.Team = rights.Team;
        account.Ags = [.. rights.Ags.Distinct(StringComparer.Ordinal)];
        account.Position = rights.Position;
        account.Active = active ?? account.Active;
        Publish(account);
    }

    public void Disable(Account account)
    {
        account.Active = false;
        Publish(account);
        account.DisabledVersion = account.Version;
        events.Add(account.Id, new AccountDisabled { AccountId = account.Id, Version = account.Version });
    }

    private void Publish(Account account)
    {
        account.Version++;
        events.Add(account.Id, new AccountChanged
        {
            AccountId = account.Id,
            Version = account.Version,
            Roles = account.Roles,
            Organisation = account.Organisation,
            Team = account.Team,
            Ags = account.Ags,
            Position = account.Position,
            Active = account.Active,
        });
    }
}

internal static class AccountSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountBook>();
        services.AddScoped<Connect.Clients>();
        services.AddScoped<Setup.DemoAccounts>();
    }
}
