namespace Kim.Identity.Data;

/// <summary>A key of the provider, encrypted under the key of the configuration.</summary>
internal sealed class StoredKey
{
    public required Guid Id { get; init; }

    public required KeyUse Use { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required byte[] Secret { get; init; }
}

internal enum KeyUse
{
    /// <summary>RSA, signs tokens that others check.</summary>
    Signing,

    /// <summary>Symmetric, seals codes and refresh tokens that only identity reads.</summary>
    Sealing,
}

/// <summary>A key of ASP.NET Core's data protection (cookies, antiforgery), as encrypted XML.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string? FriendlyName { get; init; }

    public required string Xml { get; init; }
}

/// <summary>How often something was guessed lately, and when the next guess is taken.</summary>
internal sealed class GuessCounter
{
    public required string Key { get; init; }

    public int Tries { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset OpenAt { get; set; }
}
