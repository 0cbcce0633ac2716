using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Kim.ServiceKit.Messaging;

namespace Kim.ServiceKit.Operations;

/// <summary>
/// The shape of a message without its content: members that the contract knows keep their names, every value is masked. A name
/// that the contract does not know may itself be data, so it is masked too.
/// </summary>
internal static class MaskedBody
{
    private const string Mask = "***";

    public static JsonNode? Of(byte[] body, string type)
    {
        if (EventCatalogue.Find(type) is not { } known) return null;
        try
        {
            return JsonNode.Parse(body) is JsonObject shape ? Masked(shape, NamesOf(known)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode Masked(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Take(1).Select(item => Masked(item, names))]);
        if (node is not JsonObject shape) return JsonValue.Create(Mask);
        var masked = new JsonObject();
        foreach (var (name, value) in shape)
        {
            if (names.Contains(name)) masked[name] = Masked(value, names);
            else masked[Mask] = Mask;
        }

        return masked;
    }

    private static HashSet<string> NamesOf(Type type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(type, names, []);
        return names;
    }

    private static void Collect(Type type, HashSet<string> names, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return;
        var info = ContractJson.Options.GetTypeInfo(type);
        if (info.Kind is JsonTypeInfoKind.Enumerable && info.ElementType is { } element) Collect(element, names, seen);
        if (info.Kind is not JsonTypeInfoKind.Object) return;
        foreach (var member in info.Properties)
        {
            names.Add(member.Name);
            Collect(member.PropertyType, names, seen);
        }
    }
}
