using System.Reflection;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kim.Architecture.Tests;

/// <summary>No table is forgotten when a person asks for a copy or for erasure: each one says whether it holds persons, and each of their columns has a German label.</summary>
public sealed class PersonHoldingTests
{
    // The kit's own: answers, events and parked messages are erased by the kit, inbox and audit hold ids alone, accounts are staff.
    private static readonly string[] OfTheKit =
        ["accounts", "audit", "audit_seals", "erased_references", "idempotency_keys", "inbox", "outbox", "parked_messages", "profile_imports"];

    public static TheoryData<string> Holders => ["Kim.Cases", "Kim.Interpreters", "Kim.Funding", "Kim.Naturalisation"];

    [Theory, MemberData(nameof(Holders))]
    public void Each_table_says_whether_it_holds_persons(string service)
    {
        var (holdings, tables) = Read(service);
        var told = holdings.Tables.Select(table => table.Name).Concat(holdings.Without).ToList();
        Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(tables.Keys.Except(OfTheKit).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Holders))]
    public void Each_column_of_a_person_has_a_German_label(string service)
    {
        var (holdings, tables) = Read(service);
        var missing = holdings.Tables.Where(table => table.InCopy).SelectMany(table => tables[table.Name].Select(column => (table.Name, column)))
            .Where(pair => !holdings.LabelsDe.ContainsKey(pair.column)).Select(pair => $"{pair.Name}.{pair.column}");
        Assert.Empty(missing);
    }

    private static (PersonHoldings Holdings, Dictionary<string, HashSet<string>> Tables) Read(string service)
    {
        var types = Assembly.Load(service).GetTypes();
        var holdings = types.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(PersonHoldings)).Select(field => (PersonHoldings)field.GetValue(null)!).Single();
        var factory = types.Single(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(KimDbFactory<>));
        using var db = (DbContext)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory), [Array.Empty<string>()])!;
        var tables = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).GroupBy(type => type.GetTableName()!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(Columns).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return (holdings, tables);
    }

    private static IEnumerable<string> Columns(IEntityType type) => type.GetFlattenedProperties()
        .Select(property => property.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!))).OfType<string>().Where(name => name != "xmin");
}
