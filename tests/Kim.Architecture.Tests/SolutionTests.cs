namespace Kim.Architecture.Tests;

/// <summary>The solution is what is built and tested: a project outside it is built by nobody.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Kim.sln"));
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/.kim/", StringComparison.Ordinal) && !file.Contains("/artifacts/", StringComparison.Ordinal));
        Assert.All(projects, project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal));
    }
}
