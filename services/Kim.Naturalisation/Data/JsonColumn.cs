using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Naturalisation.Data;

/// <summary>Small lists that are read and written with their owner live in one jsonb column; equal content is no change.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class
    {
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!,
            new ValueComparer<T>(
                (left, right) => Text(left) == Text(right),
                value => Text(value).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }

    /// <summary>Whether two values would be stored alike.</summary>
    public static bool Same<T>(T left, T right) => Text(left) == Text(right);

    private static string Text<T>(T? value) => JsonSerializer.Serialize(value, Options);
}
