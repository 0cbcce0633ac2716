namespace Kim.ServiceKit.Accounts;

/// <summary>Who acts in this request: the account behind a valid token, with its rights as this service knows them.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Roles">Role codes.</param>
/// <param name="Organisation">Key of the employing organisation.</param>
/// <param name="Team">Key of the team.</param>
/// <param name="Ags">AGS of the municipalities served.</param>
/// <param name="Position">Key of the position held.</param>
public sealed record Actor(
    Guid AccountId, IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string> Ags, string? Position)
{
    /// <summary>Whether the actor has a role.</summary>
    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
