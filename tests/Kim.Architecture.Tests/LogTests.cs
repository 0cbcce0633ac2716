using Mono.Cecil;

namespace Kim.Architecture.Tests;

/// <summary>A log cannot hold a personal value: there is no way to hand one to it.</summary>
public sealed class LogTests
{
    // Words of the house, never a value that came from a client: names of types, events, queues and settings, causes, months, places in a profile.
    private static readonly string[] Words =
        ["failure", "message", "part", "counts", "context", "errors", "event", "type", "stack", "queue", "cause", "exceptionType", "segment", "kind", "setting"];

    private static readonly string[] Values = ["System.Guid", "System.Nullable`1<System.Guid>", "System.Int32", "System.Int64", "System.Double", "System.Boolean", "System.TimeSpan", "System.DateTimeOffset"];

    public static TheoryData<string> All => [.. House.Services, "Kim.ServiceKit", "Kim.ServiceDefaults", "Kim.Identity", "Kim.Gateway", "Kim.Portal"];

    [Theory, MemberData(nameof(All))]
    public void A_log_method_takes_nothing_that_could_be_personal(string assembly)
    {
        var found = Methods(assembly).Where(method => method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "LoggerMessageAttribute"))
            .SelectMany(method => method.Parameters.Where(parameter => !IsHarmless(parameter)).Select(parameter => $"{method.FullName}: {parameter.Name}"));
        Assert.True(!found.Any(), "Log ids, counts and codes. A word of the house is added to Words here.\n" + string.Join('\n', found));
    }

    [Theory, MemberData(nameof(All))]
    public void Logs_are_written_by_log_methods_alone(string assembly) => Assert.Empty(House.AllTypes(assembly)
        .Where(type => House.Touches(type).Contains("Microsoft.Extensions.Logging.LoggerExtensions")).Select(type => type.FullName));

    /// <summary>
    /// What a log is found by: its category (the type's full name), its event name (the method's, as OpenTelemetry's <c>EventName</c>) and its
    /// text. Whoever watches relies on them; they are read before they are approved.
    /// </summary>
    [Fact]
    public void Log_names_are_the_approved_ones()
    {
        var logs = All.SelectMany(row => Methods(row.Data)).Select(method => (method, Text(method))).Where(log => log.Item2 is not null)
            .Select(log => (Name: $"{log.method.DeclaringType.FullName.Replace('/', '+')}.{log.method.Name}", Text: log.Item2)).ToList();
        Assert.Equal(logs.Count, logs.Select(log => log.Name).Distinct(StringComparer.Ordinal).Count());
        Approvals.Match(string.Join('\n', logs.Select(log => $"{log.Name}: {log.Text}").Order(StringComparer.Ordinal)), "logs.txt");
    }

    private static string? Text(MethodDefinition method)
    {
        if (method.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "LoggerMessageAttribute") is not { } log) return null;
        var level = (Microsoft.Extensions.Logging.LogLevel)(int)log.ConstructorArguments.Single(argument => argument.Type.Name == "LogLevel").Value;
        return $"{level}, {((string)log.ConstructorArguments.Single(argument => argument.Type.Name == "String").Value).Replace("\n", "\\n", StringComparison.Ordinal)}";
    }

    private static bool IsHarmless(ParameterDefinition parameter) => parameter.ParameterType.FullName switch
    {
        "Microsoft.Extensions.Logging.ILogger" => true,
        "System.String" => Words.Contains(parameter.Name, StringComparer.Ordinal),
        var name => Values.Contains(name, StringComparer.Ordinal),
    };

    private static IEnumerable<MethodDefinition> Methods(string assembly) => House.AllTypes(assembly).SelectMany(type => type.Methods);
}
