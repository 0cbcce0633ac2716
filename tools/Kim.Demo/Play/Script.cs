namespace Kim.Demo.Play;

/// <summary>Prints what happens: who, what, the trace of the request.</summary>
internal static class Script
{
    public static void Scene(string title) => Console.WriteLine($"\n== {title}");

    public static void Line(string who, string what, string? traceId = null) =>
        Console.WriteLine(traceId is null ? $"   {who,-12} {what}" : $"   {who,-12} {what}  [trace {traceId}]");
}
