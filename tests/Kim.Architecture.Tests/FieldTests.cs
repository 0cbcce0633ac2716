using System.Reflection;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kim.Architecture.Tests;

/// <summary>Every column has a field class, what names a person is never plain, and answers mask what columns keep.</summary>
public sealed class FieldTests
{
    // Words that a column about a person has in its name. What stands under them and is about structure is listed in the approved file.
    private static readonly string[] Suspicious =
        ["Name", "Birth", "Address", "Street", "Phone", "Mail", "Note", "Text", "Description", "Reason", "Comment", "Statement", "Gender", "Sex", "Language", "Iban", "Occasion", "Effect"];

    private static readonly string[] Assemblies = [.. House.Services, "Kim.Identity"];

    public static TheoryData<string> WithDatabase => [.. Assemblies];

    [Theory, MemberData(nameof(WithDatabase))]
    public void Every_column_has_a_class(string assembly)
    {
        using var db = ModelTests.Context(assembly);
        var (fields, model) = (db.Fields(), db.GetService<IDesignTimeModel>().Model);
        var unclassed = FieldMap.Columns(model).Where(column => fields.ClassOf(column) is null).Select(Name);
        Assert.True(!unclassed.Any(), $"{assembly}: give these columns a class in Data/{assembly.Split('.')[1]}Fields.cs:\n{string.Join('\n', unclassed)}");
        Assert.Empty(fields.Unknown(model));
    }

    [Fact]
    public void What_sounds_like_a_person_and_is_plain_was_approved()
    {
        var lines = Assemblies.SelectMany(PlainColumns).Where(line => Suspicious.Any(word => line.Split('.')[^1].Contains(word, StringComparison.Ordinal)));
        Approvals.Match("Plain columns whose names sound like a person. Each is about structure, law or a code; read it before you approve one more.\n\n"
            + string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal)), "plain-columns.txt");
    }

    [Theory, MemberData(nameof(WithDatabase))]
    public void A_table_with_personal_columns_says_who_sees_its_rows(string assembly)
    {
        using var db = ModelTests.Context(assembly);
        var (fields, model) = (db.Fields(), db.GetService<IDesignTimeModel>().Model);
        var open = FieldMap.Columns(model).Where(column => fields.ClassOf(column) is not (null or FieldClass.Plain))
            .Select(column => column.DeclaringType is IReadOnlyComplexType part ? part.ContainingEntityType : (IReadOnlyEntityType)column.DeclaringType)
            .Where(type => type.ClrType.Assembly != typeof(KimDbContext).Assembly)
            .GroupBy(type => type.GetTableName()).Where(table => model.GetEntityTypes().Where(type => type.GetTableName() == table.Key).All(type => type.FindAnnotation("Kim:RowScope") is null))
            .Select(table => table.Key!).Except(PublicWithinTheHouse);
        Assert.Empty(open);
    }

    // Speakers of public conferences and steps of the strategy: personal, and public within the house.
    private static readonly string[] PublicWithinTheHouse = ["conferences", "next_steps"];

    [Theory, MemberData(nameof(WithDatabase))]
    public void A_member_of_an_answer_is_as_protected_as_its_column(string assembly)
    {
        using var db = ModelTests.Context(assembly);
        var fields = db.Fields();
        var kept = FieldMap.Columns(db.GetService<IDesignTimeModel>().Model).Where(column => column.DeclaringType.ClrType.Assembly != typeof(KimDbContext).Assembly)
            .Select(column => (column.Name, Class: fields.ClassOf(column) ?? FieldClass.Plain)).GroupBy(column => column.Name, StringComparer.Ordinal)
            .Where(name => name.All(column => column.Class != FieldClass.Plain)).ToDictionary(name => name.Key, name => name.Min(column => column.Class), StringComparer.Ordinal);
        var bare = Answers(assembly).SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(member => kept.TryGetValue(member.Name, out var needed) && (member.GetCustomAttribute<FieldAttribute>()?.FieldClass ?? FieldClass.Plain) < needed)
            .Where(member => !OnlyCalledSo.Contains($"{member.DeclaringType!.Name}.{member.Name}"))
            .Select(member => $"{member.DeclaringType!.FullName}.{member.Name}: [property: Field(FieldClass.{kept[member.Name]})]");
        Assert.True(!bare.Any(), string.Join('\n', bare));
    }

    // Members that share a column's name and not its meaning: a vocabulary, a corrected decision, steps of a computation, a question.
    private static readonly string[] OnlyCalledSo =
        ["Response.IndicationCriteria", "DecisionView.Corrected", "EarlierReport.Hidden", "LinkedReport.Hidden", "Ask.Route", "Ask.Facts"];

    private static IEnumerable<string> PlainColumns(string assembly)
    {
        using var db = ModelTests.Context(assembly);
        var fields = db.Fields();
        return [.. FieldMap.Columns(db.GetService<IDesignTimeModel>().Model).Where(column => fields.ClassOf(column) == FieldClass.Plain).Select(column => $"{assembly}: {Name(column)}")];
    }

    private static string Name(IReadOnlyProperty column) => $"{column.DeclaringType.DisplayName()}.{column.Name}";

    // Records of the features that leave as answers: all but requests, cursors and parameters.
    private static IEnumerable<Type> Answers(string assembly) => Assembly.Load(assembly).GetTypes()
        .Where(type => type.Namespace?.Contains(".Features", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null)
        .Where(type => !new[] { "Request", "Input", "Key", "Cursor", "Last", "Row", "Query", "Filter" }.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)));
}
