using Kim.Identity.Data;
using Kim.Identity.Domain;
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
/// <param name="OwnRoles">Roles of its own, without those that a position gives: what a change states.</param>
/// <param name="OwnPosition">Position noted by operations; the position that funding names goes before it.</param>
/// <param name="Module">KIM module of the position held today.</param>
/// <param name="Fachaufsicht">Organisation with the Fachaufsicht over that position.</param>
public sealed record AccountView(
    Guid Id, IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string> Ags, string? Position, bool Active, long Version,
    IReadOnlyList<string> OwnRoles, string? OwnPosition, string? Module, string? Fachaufsicht)
{
    internal static AccountView Of(Account account, Standing? standing) => new(
        account.Id, account.Roles, account.Organisation, account.Team, account.Ags, account.Position, account.MayAct, account.Version,
        standing?.OwnRoles ?? account.Roles, standing is null ? account.Position : standing.OwnPosition, standing?.Module, standing?.Fachaufsicht);

    internal static async Task<AccountView> OfAsync(IdentityDb db, Account account, CancellationToken ct) =>
        Of(account, await db.Standings.FindAsync([account.Id], ct));
}
