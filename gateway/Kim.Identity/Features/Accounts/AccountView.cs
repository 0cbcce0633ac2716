using Kim.ServiceKit.Accounts;

namespace Kim.Identity.Features.Accounts;

/// <summary>An account as operations and data protection see it: rights, no name.</summary>
/// <param name="Id">The account.</param>
/// <param name="Roles">Role codes.</param>
/// <param name="Organisation">Key of the employing organisation.</param>
/// <param name="Team">Key of the team.</param>
/// <param name="Ags">Municipalities served.</param>
/// <param name="Position">Key of the position held.</param>
/// <param name="Active">Whether it may act.</param>
/// <param name="Version">Rises with each change; the services know the account by it.</param>
public sealed record AccountView(
    Guid Id, IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string> Ags, string? Position, bool Active, long Version)
{
    internal static AccountView Of(Account account) => new(
        account.Id, account.Roles, account.Organisation, account.Team, account.Ags, account.Position, account.MayAct, account.Version);
}
