using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Kim.ServiceDefaults;

/// <summary>
/// Names of the schemas in the OpenAPI document: features nest their records, so 'Request' alone would give all operations the
/// schema of the first one. The name is the feature's and the record's together.
/// </summary>
internal static class SchemaNames
{
    public static string? Of(JsonTypeInfo info) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null ? null : NameOf(info.Type);

    private static string NameOf(Type type)
    {
        var own = type.IsGenericType
            ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Join("And", type.GetGenericArguments().Select(NameOf))
            : type.Name;
        return type.DeclaringType is { } outer ? outer.Name + own : own;
    }
}
