namespace Kim.Identity.Domain;

/// <summary>
/// How a person signs in. What the person may do stands beside it in the kit's <c>accounts</c> under the same id, and reaches
/// the services as an event; nothing of this class ever leaves identity.
/// </summary>
public sealed class KimUser
{
    /// <summary>The account's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is typed at the sign-in.</summary>
    public required string UserName { get; init; }

    /// <summary>The name in the form that is compared.</summary>
    public required string NormalizedName { get; init; }

    /// <summary>What the person is called on pages.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Hash of the password; null until the account is set up.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Secret of the one-time codes, encrypted; null until the account is set up.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>Step of the last code that was used: a code works once.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>Hash of the open invitation's token.</summary>
    public byte[]? InvitationHash { get; set; }

    /// <summary>When the open invitation ends.</summary>
    public DateTimeOffset? InvitationEndsAt { get; set; }

    /// <summary>Made from the demo profile: such an account signs in nowhere in production.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether password and second factor are there.</summary>
    public bool IsSetUp => PasswordHash is not null && TotpSecret is not null;

    /// <summary>The form of a user name that is compared.</summary>
    public static string Normalize(string userName) => userName.Trim().Normalize().ToUpperInvariant();

    /// <summary>Opens an invitation; an earlier one is worthless from now on. What the person had stays valid until it is used.</summary>
    public void Invite(byte[] tokenHash, DateTimeOffset endsAt) => (InvitationHash, InvitationEndsAt) = (tokenHash, endsAt);

    /// <summary>Takes over password and second factor; the invitation is used up.</summary>
    public void SetUp(string passwordHash, byte[] totpSecret, long usedStep)
    {
        (PasswordHash, TotpSecret, LastTotpStep) = (passwordHash, totpSecret, usedStep);
        (InvitationHash, InvitationEndsAt) = (null, null);
    }
}
