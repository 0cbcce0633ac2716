using Kim.Contracts.Identity;
using Kim.Contracts.Vocabulary;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Results;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

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

    internal bool SameAs(Account account, Standing standing) => Roles.SequenceEqual(standing.OwnRoles, StringComparer.Ordinal) && Organisation == account.Organisation
        && Team == account.Team && Ags.SequenceEqual(account.Ags, StringComparer.Ordinal) && Position == standing.OwnPosition;
}

/// <summary>
/// The only place where accounts change: row and event in one transaction, the version rising by one. What an account may do is what
/// it has of its own and what the position gives that it holds today.
/// </summary>
internal sealed class AccountBook(IdentityDb db, EventBook events, TimeProvider clock)
{
    public async Task<Account> OpenAsync(KimUser user, AccountRights rights, CancellationToken ct)
    {
        var account = new Account { Id = user.Id, Active = true };
        db.Add(user);
        db.Add(account);
        await ChangeAsync(account, rights, null, ct);
        return account;
    }

    public async Task ChangeAsync(Account account, AccountRights rights, bool? active, CancellationToken ct)
    {
        var standing = await StandingAsync(account, ct);
        standing.OwnRoles = [.. rights.Roles.Distinct(StringComparer.Ordinal)];
        standing.OwnPosition = rights.Position;
        account.Organisation = rights.Organisation;
        account.Team = rights.Team;
        account.Ags = [.. rights.Ags.Distinct(StringComparer.Ordinal)];
        account.Active = active ?? account.Active;
        await GiveAsync(account, standing, ct);
        Publish(account, standing);
    }

    /// <summary>Brings an account up to the positions of today; says nothing when nothing is different.</summary>
    public async Task FollowAsync(Account account, CancellationToken ct)
    {
        var standing = await StandingAsync(account, ct);
        if (await GiveAsync(account, standing, ct)) Publish(account, standing);
    }

    public async Task DisableAsync(Account account, CancellationToken ct)
    {
        account.Active = false;
        Publish(account, await StandingAsync(account, ct));
        account.DisabledVersion = account.Version;
        events.Add(account.Id, new AccountDisabled { AccountId = account.Id, Version = account.Version });
    }

    private async Task<Standing> StandingAsync(Account account, CancellationToken ct)
    {
        if (await db.Standings.FindAsync([account.Id], ct) is { } known) return known;
        var standing = new Standing { AccountId = account.Id, OwnRoles = [.. account.Roles], OwnPosition = account.Position };
        db.Add(standing);
        return standing;
    }

    // Operations sees no personal data, so its accounts get no further role from any position.
    private async Task<bool> GiveAsync(Account account, Standing standing, CancellationToken ct)
    {
        var facts = await db.OccupancyFacts.AsNoTracking().Where(fact => fact.AccountId == account.Id).ToListAsync(ct);
        var held = Held.On(facts, LocalDay.Of(clock.GetUtcNow()));
        var given = standing.OwnRoles.Contains(Contracts.Vocabulary.Roles.Ops) ? [] : held.Roles;
        List<string> roles = [.. standing.OwnRoles.Union(given, StringComparer.Ordinal)];
        var position = held.Position ?? standing.OwnPosition;
        if (account.Roles.SequenceEqual(roles, StringComparer.Ordinal) && (account.Position, standing.Module, standing.Fachaufsicht) == (position, held.Module, held.Fachaufsicht)) return false;
        (account.Roles, account.Position, standing.Module, standing.Fachaufsicht) = (roles, position, held.Module, held.Fachaufsicht);
        return true;
    }

    private void Publish(Account account, Standing standing)
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
            Module = standing.Module,
            Fachaufsicht = standing.Fachaufsicht,
        });
    }
}

internal static class AccountSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountBook>();
        services.AddScoped<Positions.PositionBook>();
        services.AddHostedService<Positions.PositionCalendar>();
        services.AddScoped<Connect.Clients>();
        services.AddScoped<Setup.DemoAccounts>();
    }
}
