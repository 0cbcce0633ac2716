using Kim.ServiceKit.Accounts;

namespace Kim.ServiceKit.Data;

/// <summary>
/// What a transaction may see: the settings behind the row-level policies (the second fence under the policies). A transaction
/// without a scope sees no row at all. Consumers and jobs act under the named system scope.
/// </summary>
public sealed record Scope
{
    private const string Sql =
        "select set_config('kim.scope',$1,true), set_config('kim.account',$2,true), set_config('kim.roles',$3,true), "
        + "set_config('kim.organisation',$4,true), set_config('kim.team',$5,true), set_config('kim.ags',$6,true), set_config('kim.reach',$7,true)";

    private readonly string[] _values;

    private Scope(params string[] values) => _values = values;

    /// <summary>Consumers, the dispatcher, imports and jobs.</summary>
    public static Scope System { get; } = new("system", "", "", "", "", "", "");

    /// <summary>A user in one operation: only the roles that let it in count, and they reach as far as the table of rights says.</summary>
    public static Scope Of(Actor actor, Access access) => new(
        "user", actor.AccountId.ToString(), List(access.Roles), actor.Organisation, actor.Team ?? "", List(actor.Ags), access.Reach.ToString().ToUpperInvariant());

    internal SqlQuery ToQuery() => new(Sql, [.. _values]);

    internal IReadOnlyList<string> Texts => _values;

    // ",A,B,": a whole code is found with its commas, so that no code is mistaken for a part of another.
    private static string List(IEnumerable<string> codes) => "," + string.Join(',', codes) + ",";
}
