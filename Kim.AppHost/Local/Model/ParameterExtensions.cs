using System.Security.Cryptography;

namespace Kim.AppHost.Local;

internal abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A random value; length and characters as AppHost.cs wants them.</summary>
internal sealed class GenerateParameterDefault : ParameterDefault
{
    private const string Plain = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public int MinLength { get; set; } = 22;

    public bool Special { get; set; } = true;

    public override string GetDefaultValue() => RandomNumberGenerator.GetString(Special ? Plain + "-_.~" : Plain, MinLength);
}

internal static class ParameterExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        if (publishValueAsDefault && secret)
            throw new ArgumentException("A parameter cannot be both secret and published as a default value.", nameof(secret));
        return builder.Add(new ParameterResource(name, () => value, secret));
    }

    /// <summary>Configuration (<c>Parameters:name</c>) wins over the stored value, which wins over a new one.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.Add(new ParameterResource(name, () => Resolve(builder, name, value, persist), secret));

    private static string Resolve(IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool persist) =>
        builder.Configuration[$"Parameters:{name}"]
        ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"]
        ?? (persist ? builder.Secrets.GetOrAdd(name, value.GetDefaultValue) : value.GetDefaultValue());
}
