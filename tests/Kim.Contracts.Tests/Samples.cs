using System.Collections;
using System.Runtime.CompilerServices;

namespace Kim.Contracts.Tests;

/// <summary>Makes one full sample of any contract, the same each time.</summary>
internal static class Samples
{
    public static object Of(Type type)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties()) property.SetValue(sample, Value(property.PropertyType, property.Name));
        return sample;
    }

    private static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Guid)) return new Guid("11111111-2222-4333-8444-555555555555");
        if (type == typeof(string)) return name.ToUpperInvariant();
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 45;
        if (type == typeof(long)) return 3L;
        if (type == typeof(decimal)) return 22.50m;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 9);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 3, 9, 8, 30, 0, TimeSpan.Zero);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return List(type.GetGenericArguments()[0], name);
        return Of(type);
    }

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Value(item, name), 0);
        return list;
    }
}
