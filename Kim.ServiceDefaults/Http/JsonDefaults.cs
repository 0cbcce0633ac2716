using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kim.ServiceDefaults;

/// <summary>The JSON of the public API: camelCase, unknown and duplicate members refused, depth at most 32.</summary>
public static class JsonDefaults
{
    /// <summary>Applies the house's rules to serializer options.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
    }
}
