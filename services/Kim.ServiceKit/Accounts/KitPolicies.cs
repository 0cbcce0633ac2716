using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Operations;

namespace Kim.ServiceKit.Accounts;

/// <summary>The rows that every service's table of rights has, because the kit maps their operations. A new one is one line here.</summary>
public static class KitPolicies
{
    /// <summary>Why may, or may not, an account do something: everybody about oneself, two roles about others.</summary>
    public const string Explain = "access:explain";

    private static readonly PolicyTable Table = new()
    {
        [Explain] = [.. Roles.All.Select(role => role.With(role is Roles.Coordinator or Roles.DataProtectionOfficer ? Reach.All : Reach.Own))],
        [AuditSetup.Policy] = [Roles.DataProtectionOfficer],
        [OpsPolicies.ReadMessages] = [Roles.Ops],
        [OpsPolicies.DecideMessages] = [Roles.Ops],
    };

    /// <summary>A service's table with the rows of the kit.</summary>
    internal static PolicyTable With(PolicyTable own)
    {
        var all = new PolicyTable();
        foreach (var (policy, grants) in own.Concat(Table)) all.Add(policy, grants);
        return all;
    }
}
