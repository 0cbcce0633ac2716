using System.Text.RegularExpressions;

namespace Kim.Architecture.Tests;

/// <summary>A feature is found at once: its class carries the file's name and stands in the service's table of contents.</summary>
public sealed partial class FeatureTests
{
    public static TheoryData<string> Services => [.. House.Services];

    [Theory, MemberData(nameof(Services))]
    public void Each_feature_stands_in_the_table_of_contents(string service)
    {
        var contents = File.ReadAllText(Path.Combine(Repository.Root, "services", service, service.Split('.')[1] + "Api.cs"));
        var missing = FeatureFiles(service).Where(file => MapsRoute().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !contents.Contains(name + ".Map(", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Services))]
    public void A_feature_file_carries_the_name_of_its_class(string service) => Assert.All(FeatureFiles(service), file =>
        Assert.Matches($@"(class|record|struct|enum) {Path.GetFileNameWithoutExtension(file)}\b", File.ReadAllText(file)));

    [Theory, MemberData(nameof(Services))]
    public void Each_operation_names_a_policy_and_a_summary(string service) => Assert.All(
        FeatureFiles(service).Where(file => MapsRoute().IsMatch(File.ReadAllText(file))), file =>
        {
            var text = File.ReadAllText(file);
            var routes = MapsRoute().Count(text);
            Assert.True(Regex.Count(text, @"\.RequireAuthorization\(\w+Policies\.") >= routes, $"{file}: each route names a policy of the service's table");
            Assert.True(Regex.Count(text, @"\.WithSummary\(") >= routes, $"{file}: each route has a summary");
        });

    private static IEnumerable<string> FeatureFiles(string service) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "services", service, "Features"), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"\.Map(Get|Post|Put|Delete|Patch)\(")]
    private static partial Regex MapsRoute();
}
