namespace Kim.Identity.Domain;

/// <summary>What happened at a sign-in: the log that an investigation needs. Holds no typed names.</summary>
public sealed class SignInRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account, when there is one of the typed name.</summary>
    public required Guid? UserId { get; init; }

    /// <summary>What happened.</summary>
    public required SignInOutcome Outcome { get; init; }

    /// <summary>The trace in which it happened.</summary>
    public string? TraceId { get; init; }
}

/// <summary>What can happen at a sign-in.</summary>
public enum SignInOutcome
{
    /// <summary>The password was wrong, or there is no such account.</summary>
    PasswordRefused,

    /// <summary>The one-time code was wrong or used before.</summary>
    CodeRefused,

    /// <summary>Guesses came too fast.</summary>
    Braked,

    /// <summary>Both factors were right.</summary>
    SignedIn,

    /// <summary>The person signed out.</summary>
    SignedOut,

    /// <summary>An invitation was used.</summary>
    SetUp,
}
