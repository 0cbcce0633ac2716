using System.Text.Json.Nodes;

namespace Kim.Architecture.Tests;

/// <summary>Counts of persons leave a service through the small-cell rule alone (domain.md 7.5; docs/privacy.md).</summary>
public sealed class CountTests
{
    /// <summary>A new whole number in an answer is a <c>CellCount</c>, or somebody reads it and says that it counts no persons.</summary>
    [Fact]
    public void A_whole_number_in_an_answer_passes_the_small_cell_rule_or_is_approved_as_no_count_of_persons() => Approvals.Match(
        "Whole numbers in answers that do not pass the small-cell rule. Each is a level, a duration, a count of things, or a count that only those see who see each\n"
            + "of the counted persons; read it before you approve one more.\n\n" + string.Join('\n', Documents().SelectMany(Integers).Distinct().Order(StringComparer.Ordinal)),
        "plain-counts.txt");

    private static IEnumerable<(string Service, JsonNode Document)> Documents() => Directory
        .GetFiles(Path.Combine(Repository.Root, "tests"), "*openapi.json", SearchOption.AllDirectories)
        .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Approved{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), file).Split('.')[1].ToLowerInvariant(), JsonNode.Parse(File.ReadAllText(file))!));

    private static IEnumerable<string> Integers((string Service, JsonNode Document) found)
    {
        var schemas = found.Document["components"]!["schemas"]!.AsObject();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in Answers(found.Document)) Reach(answer, schemas, reached);
        return reached.SelectMany(name => (schemas[name]!["properties"]?.AsObject() ?? []).Where(member => IsInteger(member.Value!)).Select(member => $"{found.Service}: {name}.{member.Key}"));
    }

    private static IEnumerable<JsonNode> Answers(JsonNode document) => document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
        .SelectMany(operation => operation.Value!["responses"]!.AsObject()).Where(answer => answer.Key.StartsWith('2')).Select(answer => answer.Value!);

    private static void Reach(JsonNode? node, JsonObject schemas, HashSet<string> reached)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Reach(item, schemas, reached);
        }
        else if (node is JsonObject members)
        {
            if (members["$ref"]?.GetValue<string>() is { } reference && reached.Add(reference.Split('/')[^1])) Reach(schemas[reference.Split('/')[^1]], schemas, reached);
            foreach (var member in members) Reach(member.Value, schemas, reached);
        }
    }

    private static bool IsInteger(JsonNode member) => member["type"] switch
    {
        JsonArray several => several.Any(type => type!.GetValue<string>() == "integer"),
        JsonValue one => one.GetValue<string>() == "integer",
        _ => false,
    };
}
