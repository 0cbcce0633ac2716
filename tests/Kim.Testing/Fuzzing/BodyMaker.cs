using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>JSON bodies from schemas: as valid as the schema and the pool allow, then bent.</summary>
internal sealed class BodyMaker(JsonNode document, ValuePool pool)
{
    /// <summary>A body that should please, or nearly.</summary>
    public JsonNode? Valid(JsonNode schema, Random random, string name = "", int depth = 0)
    {
        if (schema["$ref"] is { } reference) return Valid(Resolve(reference.GetValue<string>()), random, name, depth);
        if (schema["oneOf"] is JsonArray choices)
        {
            var real = choices.Where(choice => choice!["type"]?.ToString() != "null").ToList();
            return random.Next(3) == 0 || depth > 8 || real.Count == 0 ? null : Valid(real[random.Next(real.Count)]!, random, name, depth);
        }

        if (schema["enum"] is JsonArray values) return values[random.Next(values.Count)]?.DeepClone();
        return TypeOf(schema) switch
        {
            "object" => Object(schema, random, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Valid(schema["items"] ?? new JsonObject(), random, name, depth + 1))]),
            "integer" => Number(schema, random),
            "number" => random.Next(4) == 0 ? JsonValue.Create(12.34m) : Number(schema, random),
            "boolean" => random.Next(2) == 0,
            _ => Text(schema, random, name),
        };
    }

    /// <summary>JSON text of a body with <paramref name="bends"/> places bent; what was done is noted.</summary>
    public static string Bend(JsonNode? body, int bends, Random random, List<string> notes)
    {
        var raw = new List<string>();
        for (var bend = 0; bend < bends; bend++)
        {
            var places = new List<(JsonNode Parent, string Name)>();
            Places(body, places);
            if (places.Count == 0) return Raw(random, notes);
            BendAt(places[random.Next(places.Count)], random, raw, notes);
        }

        var text = new StringBuilder(body?.ToJsonString() ?? "null");
        // The last first: a doubled member carries the slot of an earlier bend in it.
        for (var i = raw.Count - 1; i >= 0; i--) text.Replace($"\"@@{i}@@\"", raw[i]);
        return text.ToString();
    }

    private static void BendAt((JsonNode Parent, string Name) place, Random random, List<string> raw, List<string> notes)
    {
        string Slot(string json)
        {
            raw.Add(json);
            return $"@@{raw.Count - 1}@@";
        }

        var kind = random.Next(10);
        notes.Add($"body {place.Name}: {kind}");
        if (place.Parent is JsonArray array)
        {
            var index = int.Parse(place.Name, CultureInfo.InvariantCulture);
            if (kind == 0) array.RemoveAt(index);
            else if (kind == 1) for (var i = random.Next(2000); i > 0; i--) array.Add(array[index]?.DeepClone());
            else array[index] = Slot(Raw(random, notes));
            return;
        }

        var thing = place.Parent.AsObject();
        switch (kind)
        {
            case 0: thing.Remove(place.Name); break;
            case 1: thing["unknownMember"] = 1; break;
            // The same member twice: the slot of the value closes its own and opens the next one.
            case 2: thing[place.Name] = Slot($"{thing[place.Name]?.ToJsonString() ?? "null"},\"{place.Name}\":{Raw(random, notes)}"); break;
            case 3: thing[place.Name] = Traps.Long(random.Next(3) == 0 ? 200_000 : random.Next(90, 4000), random); break;
            case 4: thing[place.Name] = Slot(Traps.Deep(random.Next(5, 400), random.Next(2) == 0)); break;
            case 5:
                foreach (var over in (string[])["id", "version", "createdBy", "roles", "organisation", "accountId"])
                    if (!thing.ContainsKey(over) && random.Next(2) == 0) thing[over] = Guid.Empty.ToString();
                break;
            default: thing[place.Name] = Slot(Raw(random, notes)); break;
        }
    }

    private static string Raw(Random random, List<string> notes)
    {
        var trap = Traps.Json[random.Next(Traps.Json.Length)];
        notes.Add(trap);
        return trap;
    }

    private static void Places(JsonNode? node, List<(JsonNode, string)> found)
    {
        if (node is JsonObject thing)
        {
            foreach (var (name, value) in thing)
            {
                found.Add((thing, name));
                Places(value, found);
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                found.Add((array, i.ToString(CultureInfo.InvariantCulture)));
                Places(array[i], found);
            }
        }
    }

    private JsonObject Object(JsonNode schema, Random random, int depth)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || (depth < 6 && random.Next(3) > 0)) made[name] = Valid(property!, random, name, depth + 1);
        return made;
    }

    private static JsonValue Number(JsonNode schema, Random random)
    {
        var least = schema["minimum"]?.GetValue<double>() ?? 0;
        var most = schema["maximum"]?.GetValue<double>() ?? 60;
        return JsonValue.Create((long)(least + (random.NextDouble() * Math.Min(most - least, 1000))));
    }

    private JsonNode Text(JsonNode schema, Random random, string name)
    {
        var day = TestDay.Today.AddDays(random.Next(-400, 400));
        if (random.Next(10) > 0 && pool.Pick(name, random) is { } known) return known;
        return schema["format"]?.GetValue<string>() switch
        {
            "date" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T10:00:00Z",
            "uuid" => pool.Pick(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] + "s" : name, random) ?? Guid.NewGuid().ToString(),
            _ => random.Next(2) == 0 ? "Ḥasan Müller-O'Neill" : "Text " + random.Next(100),
        };
    }

    private static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.GetValue<string>()).FirstOrDefault(type => type != "null") ?? "string",
        { } one => one.GetValue<string>(),
        null => schema["properties"] is null ? "string" : "object",
    };

    private JsonNode Resolve(string reference) => document["components"]!["schemas"]![reference.Split('/')[^1]]!;
}
