using System.Reflection;
using Kim.Contracts;

namespace Kim.ServiceKit.Messaging;

/// <summary>All integration events of the house by wire name. The contract tests approve this list.</summary>
public static class EventCatalogue
{
    private static readonly Dictionary<string, Type> ByName = typeof(WireNameAttribute).Assembly.GetTypes()
        .Select(type => (type, wire: type.GetCustomAttribute<WireNameAttribute>()))
        .Where(pair => pair.wire is not null)
        .ToDictionary(pair => pair.wire!.Name, pair => pair.type, StringComparer.Ordinal);

    /// <summary>Every event type with its wire name.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>The event type behind a wire name, or null when this build does not know it.</summary>
    public static Type? Find(string wireName) => ByName.GetValueOrDefault(wireName);

    /// <summary>The wire name of an event type.</summary>
    /// <exception cref="InvalidOperationException">The type carries no <see cref="WireNameAttribute"/>.</exception>
    public static string WireNameOf(Type type) =>
        type.GetCustomAttribute<WireNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.FullName} is no integration event: it carries no WireName.");

    /// <summary>The publishing service: the second part of the wire name.</summary>
    public static string PublisherOf(Type type) => WireNameOf(type).Split('.')[1];
}
