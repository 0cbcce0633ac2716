using System.Text.Json.Nodes;

namespace Kim.ServiceKit.Persons;

/// <summary>What one service holds of a person.</summary>
/// <param name="Service">The service.</param>
/// <param name="Purpose">Why, in German.</param>
/// <param name="LegalBasis">The legal basis, in German.</param>
/// <param name="Retention">How long, in German.</param>
/// <param name="Tables">The rows.</param>
/// <param name="Accesses">Who looked at it or changed it.</param>
public sealed record HeldData(
    string Service, string Purpose, string LegalBasis, string Retention, IReadOnlyList<HeldTable> Tables, IReadOnlyList<HeldAccess> Accesses);

/// <summary>Rows of one table. Staff and other persons in them are blackened.</summary>
/// <param name="Name">The table.</param>
/// <param name="Title">What it holds, in German.</param>
/// <param name="Labels">What its columns mean, in German.</param>
/// <param name="Rows">The rows.</param>
public sealed record HeldTable(string Name, string Title, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<JsonObject> Rows);

/// <summary>An access of the audit, without the name of who it was: the role says it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Action">READ, CHANGE, EXPORT or REFUSED.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Roles">The role in which it was done.</param>
public sealed record HeldAccess(DateTimeOffset At, string Action, string Operation, IReadOnlyList<string> Roles);
