using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>
/// Values that the service knows, by the name under which it showed them: what it answers is harvested, so that requests are about
/// things that are there. Ids stand under the name of their list (<c>goals</c>), with its spelling in routes.
/// </summary>
public sealed class ValuePool
{
    private const int Kept = 40;
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a value, unless there are enough under this name.</summary>
    public void Add(string name, string value)
    {
        var known = _values.TryGetValue(Plain(name), out var found) ? found : _values[Plain(name)] = [];
        if (known.Count < Kept && value.Length < 300 && !known.Contains(value)) known.Add(value);
    }

    /// <summary>A value under this name, or null.</summary>
    public string? Pick(string name, Random random) => _values.TryGetValue(Plain(name), out var known) ? known[random.Next(known.Count)] : null;

    /// <summary>A value for a parameter of a route: a thing of the list that the route names before it.</summary>
    public string? PickFor(string route, string parameter, Random random) =>
        Pick(route[..route.IndexOf("{" + parameter, StringComparison.Ordinal)].TrimEnd('/').Split('/')[^1], random) ?? Pick(parameter, random);

    /// <summary>Takes in what an answer shows.</summary>
    /// <param name="route">The route that answered: its last word names what a list holds.</param>
    /// <param name="answer">The body.</param>
    public void Harvest(string route, JsonNode? answer)
    {
        var list = route.TrimEnd('/').Split('/').Last(part => !part.StartsWith('{'));
        Harvest(answer is JsonObject page && page["items"] is JsonArray items ? items : answer, list);
    }

    private void Harvest(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonArray many:
                foreach (var one in many) Harvest(one, name);
                break;
            case JsonObject thing:
                foreach (var own in (string[])["id", "key"])
                    if (thing[own] is JsonValue id) Add(name, id.ToString());
                foreach (var (member, value) in thing) Harvest(value, member);
                break;
            case JsonValue value:
                Add(name, value.ToString());
                break;
        }
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
