namespace Kim.ServiceKit.Figures;

/// <summary>
/// A count of the service's work that ops sees as a metric. It counts records by their state; a tag never holds anything that a person
/// is or has, so the rule of small cells does not apply.
/// </summary>
/// <param name="Name">Name of the metric, with its unit at the end: <c>kim.cases.open_cases</c>.</param>
/// <param name="Unit">Unit of the semantic conventions: <c>{case}</c>.</param>
/// <param name="Description">What is counted.</param>
/// <param name="Tag">Name of the tag that tells the counts apart; null when there is one count.</param>
/// <param name="Sql">A query with two columns, the tag's value as text and the count as bigint; it runs once a minute.</param>
public sealed record DomainFigure(string Name, string Unit, string Description, string? Tag, string Sql);
