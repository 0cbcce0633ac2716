namespace Kim.ServiceKit.Profile;

/// <summary>One thing that is wrong in a profile.</summary>
/// <param name="File">File name inside the profile folder.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place, empty for the whole file.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ProfileError(string File, string Pointer, string Reason)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}#{Pointer}: {Reason}";
}

/// <summary>The profile was refused; nothing of it was written.</summary>
public sealed class ProfileException : Exception
{
    /// <summary>A refusal with all errors that were found.</summary>
    public ProfileException(IReadOnlyList<ProfileError> errors) : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>A refusal with one error.</summary>
    public ProfileException(string file, string pointer, string reason) : this([new ProfileError(file, pointer, reason)]) { }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ProfileError> Errors { get; }
}
