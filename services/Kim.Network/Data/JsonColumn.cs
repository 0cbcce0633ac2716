using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

/// <summary>Small lists that are always read and written whole live in one jsonb column; equal content is no change.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<T>(
                (left, right) => Text(left) == Text(right),
                value => StringComparer.Ordinal.GetHashCode(Text(value)),
                value => JsonSerializer.Deserialize<T>(Text(value), JsonSerializerOptions.Web)!));

    private static string Text<T>(T? value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
