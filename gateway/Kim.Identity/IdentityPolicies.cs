using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

namespace Kim.Identity;

/// <summary>Who may do what in identity. Operations manages accounts and sees no case; data protection sees rights, no names.</summary>
public static class IdentityPolicies
{
    /// <summary>One's own account: everybody who may sign in.</summary>
    public const string Own = "accounts:own";

    /// <summary>Rights of all accounts, without names.</summary>
    public const string Read = "accounts:read";

    /// <summary>Creating, changing, disabling accounts.</summary>
    public const string Write = "accounts:write";

    /// <summary>The table.</summary>
    public static readonly PolicyTable Table = new()
    {
        [Own] = [.. Roles.All.Select(role => role.With(Reach.Own, Personal))],
        [Read] = [Roles.Ops, Roles.DataProtectionOfficer],
        [Write] = [Roles.Ops.With(All, Personal)],
    };
}
