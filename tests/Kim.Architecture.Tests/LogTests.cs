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

    private static bool IsHarmless(ParameterDefinition parameter) => parameter.ParameterType.FullName switch
    {
        "Microsoft.Extensions.Logging.ILogger" => true,
        "System.String" => Words.Contains(parameter.Name, StringComparer.Ordinal),
        var name => Values.Contains(name, StringComparer.Ordinal),
    };

    private static IEnumerable<MethodDefinition> Methods(string assembly) => House.AllTypes(assembly).SelectMany(type => type.Methods);
}
