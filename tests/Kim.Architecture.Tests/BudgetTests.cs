using Mono.Cecil;

namespace Kim.Architecture.Tests;

/// <summary>The budgets of architecture.md section 1: short files that say one thing, short methods, few parameters.</summary>
public sealed class BudgetTests
{
    private static readonly string[] Assemblies = [.. House.Services, "Kim.ServiceKit", "Kim.ServiceDefaults", "Kim.Identity", "Kim.Gateway", "Kim.Portal"];

    public static TheoryData<string> All => [.. Assemblies];

    [Fact]
    public void A_feature_file_has_at_most_250_lines_and_any_other_400()
    {
        var tooLong = Sources().Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(entry => entry.lines > (entry.file.Contains("/Features/", StringComparison.Ordinal) ? 250 : 400));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_local_engine_stays_under_1200_lines_of_at_most_160_characters()
    {
        var lines = Sources().Where(file => file.Contains("/Kim.AppHost/Local/", StringComparison.Ordinal)).SelectMany(File.ReadLines).ToList();
        Assert.InRange(lines.Count, 1, 1199);
        Assert.DoesNotContain(lines, line => line.Length > 160);
    }

    [Theory, MemberData(nameof(All))]
    public void No_method_has_more_than_60_lines(string assembly)
    {
        var tooLong = Methods(assembly).Select(method => (method.FullName, Lines: Lines(method))).Where(entry => entry.Lines > 60);
        Assert.Empty(tooLong);
    }

    [Theory, MemberData(nameof(All))]
    public void Method_lengths_have_a_median_of_at_most_10_and_a_p90_of_at_most_30(string assembly)
    {
        var lengths = Methods(assembly).Select(Lines).Where(lines => lines > 0).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 0, 10);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 0, 30);
    }

    [Theory, MemberData(nameof(All))]
    public void No_method_takes_more_than_7_parameters(string assembly)
    {
        // Records may have more members than a method may have parameters.
        var tooMany = Methods(assembly).Where(method => !method.IsConstructor && method.Parameters.Count > 7 && !IsGenerated(method)).Select(method => method.FullName);
        Assert.Empty(tooMany);
    }

    private static IEnumerable<MethodDefinition> Methods(string assembly) => House.AllTypes(assembly)
        .Where(type => !type.FullName.Contains("Migrations", StringComparison.Ordinal) && !type.FullName.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal))
        // A type initializer that only holds the values of static fields is data (vocabularies), not a method.
        .SelectMany(type => type.Methods).Where(method => method.HasBody && method.Name != ".cctor" && InSources(method));

    private static bool InSources(MethodDefinition method) => method.DebugInformation.SequencePoints
        .Any(point => !point.IsHidden && !point.Document.Url.Contains("/obj/", StringComparison.Ordinal) && point.Document.Url.EndsWith(".cs", StringComparison.Ordinal));

    private static bool IsGenerated(MethodDefinition method) => method.Name is "Deconstruct" or "__LogDefine" || method.Name.Contains('<', StringComparison.Ordinal);

    private static int Lines(MethodDefinition method)
    {
        var points = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden && !point.Document.Url.Contains("/obj/", StringComparison.Ordinal)).ToList();
        return points.Count == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }

    private static IEnumerable<string> Sources() => new[] { "services", "gateway", "Kim.ServiceDefaults", "Kim.AppHost", "tests", "tools" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal));
}
