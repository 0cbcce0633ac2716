using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kim.ServiceKit.Fields;

/// <summary>
/// The class of every column of a context, in one readable file per context (<c>Data/XFields.cs</c>). A type of which something is
/// personal names each of its columns, so that a new column has no class until somebody gives it one; a test fails until then.
/// </summary>
public sealed class FieldMap
{
    private const string Rest = "*";
    private readonly Dictionary<Type, Dictionary<string, FieldClass>> _types = [];

    /// <summary>A type that says nothing about a person: reference data, figures, procedures of committees.</summary>
    /// <typeparam name="T">The entity.</typeparam>
    public FieldMap Plain<T>() => Of<T>(plain: Rest);

    /// <summary>The columns of a type by class, names separated by blanks; <c>*</c> is the rest.</summary>
    /// <typeparam name="T">The entity; members of a complex property stand under its own names.</typeparam>
    /// <param name="plain">Says nothing about a person.</param>
    /// <param name="personal">Names or describes a person.</param>
    /// <param name="special">Art. 9 DSGVO, Sozialdaten, free text about a person's situation.</param>
    /// <param name="restricted">Secrets, criminal records, stored answers.</param>
    public FieldMap Of<T>(string plain = "", string personal = "", string special = "", string restricted = "")
    {
        var columns = _types[typeof(T)] = new(StringComparer.Ordinal);
        foreach (var (names, of) in new[] { (plain, FieldClass.Plain), (personal, FieldClass.Personal), (special, FieldClass.Special), (restricted, FieldClass.Restricted) })
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) columns.Add(name, of);
        return this;
    }

    /// <summary>The class of a column; null when nobody gave it one. Keys and references of random ids, and row versions, are plain by themselves.</summary>
    /// <param name="column">A property of the model.</param>
    public FieldClass? ClassOf(IReadOnlyProperty column)
    {
        if (_types.GetValueOrDefault(TypeOf(column)) is { } columns && (columns.TryGetValue(column.Name, out var given) || columns.TryGetValue(Rest, out given))) return given;
        return column.IsShadowProperty() || (column.ClrType == typeof(Guid) && (column.IsKey() || column.IsForeignKey())) ? FieldClass.Plain : null;
    }

    /// <summary>Names that stand here and in no mapping: a typing error, or a column that is gone.</summary>
    /// <param name="model">The context's model.</param>
    public IEnumerable<string> Unknown(IReadOnlyModel model)
    {
        var mapped = Columns(model).ToLookup(TypeOf, column => column.Name);
        return _types.SelectMany(type => type.Value.Keys.Where(name => name != Rest && !mapped[type.Key].Contains(name)).Select(name => $"{type.Key.Name}.{name}"));
    }

    /// <summary>Every column of a model.</summary>
    /// <param name="model">The context's model.</param>
    public static IEnumerable<IReadOnlyProperty> Columns(IReadOnlyModel model) => model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null).SelectMany(All);

    private static IEnumerable<IReadOnlyProperty> All(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => All(part.ComplexType)));

    // What a complex property holds belongs to the entity whose row it is.
    private static Type TypeOf(IReadOnlyProperty column) =>
        (column.DeclaringType is IReadOnlyComplexType complex ? complex.ContainingEntityType : column.DeclaringType).ClrType;
}
