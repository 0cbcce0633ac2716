namespace Kim.ServiceKit.Accounts;

/// <summary>
/// A service's rights in one readable table: policy name (<c>area:action</c>) to the roles that have it, each with its reach and the
/// field classes it sees. It is the policy that is enforced, the documentation (<c>docs/rights</c>) and the input of the generated
/// test; what is not in it is denied. The reach goes into the transaction, where the row-level policies ask for it: it can narrow
/// what they show, never widen it. The field classes decide what leaves in an answer.
/// </summary>
public sealed class PolicyTable : Dictionary<string, Grant[]>
{
    /// <summary>An empty table: nobody may do anything.</summary>
    public PolicyTable() : base(StringComparer.Ordinal) { }
}
