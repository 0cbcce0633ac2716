namespace Kim.ServiceKit.Accounts;

/// <summary>
/// A service's rights in one readable table: policy name (<c>area:action</c>) to the roles that have it. It is the policy and its
/// documentation; what is not in it is denied. Which records a role may touch (own, team, organisation, region, all) is the
/// scope: it stands in the queries and, as the second fence, in the row-level policies.
/// </summary>
public sealed class PolicyTable : Dictionary<string, string[]>
{
    /// <summary>An empty table: nobody may do anything.</summary>
    public PolicyTable() : base(StringComparer.Ordinal) { }
}
