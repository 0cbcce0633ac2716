namespace Kim.Contracts;

/// <summary>
/// The name under which an event travels: the broker's exchange and the outbox's type column. It is explicit, so that
/// renaming or moving the record never reroutes a message. Form: <c>kim.{publisher}.{event-in-kebab-case}</c>; a breaking
/// change is a new record with a new wire name (<c>...-v2</c>), published beside the old one until every listener moved.
/// </summary>
/// <param name="name">The wire name, for example <c>kim.cases.structural-need-reported</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;
}
