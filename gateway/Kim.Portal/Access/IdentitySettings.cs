namespace Kim.Portal.Access;

/// <summary>Where people sign in, and under which address they see the portal.</summary>
public sealed class IdentitySettings
{
    public const string ClientId = "kim-portal";

    /// <summary>The issuer of the tokens; by default it is the public origin itself.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>Where the provider's metadata is fetched directly, without the way through the gateway.</summary>
    public required Uri MetadataAddress { get; init; }

    /// <summary>The one origin under which browsers see Kim.</summary>
    public required Uri PublicOrigin { get; init; }

    public required string ClientSecret { get; init; }

    public static IdentitySettings Of(IConfiguration configuration)
    {
        var issuer = new Uri(Required(configuration, "Identity:Issuer"));
        return new IdentitySettings
        {
            Issuer = issuer,
            MetadataAddress = new Uri(Required(configuration, "Identity:MetadataAddress")),
            PublicOrigin = new Uri(configuration["Portal:PublicOrigin"] is { Length: > 0 } origin ? origin : issuer.GetLeftPart(UriPartial.Authority)),
            ClientSecret = Required(configuration, "Identity:Clients:Portal:Secret"),
        };
    }

    private static string Required(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The configuration key {key} is missing: without it nobody can sign in.");
}
