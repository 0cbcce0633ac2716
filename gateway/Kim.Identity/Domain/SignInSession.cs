namespace Kim.Identity.Domain;

/// <summary>One sign-in. It ends by signing out, by age, or with the account, and all refresh tokens of it end with it.</summary>
public sealed class SignInSession
{
    /// <summary>Nobody works longer without signing in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>Key of the session, the <c>sid</c> claim.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose session it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When both factors were given.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the person signed out.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether it still carries.</summary>
    public bool IsAlive(DateTimeOffset now) => EndedAt is null && now - StartedAt < Longest;
}
