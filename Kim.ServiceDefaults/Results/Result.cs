namespace Kim.Results;

/// <summary>The outcome of something that can fail in an expected way and has no value.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>Why it failed; null when it did not.</summary>
    public Error? Error { get; }

    /// <summary>True when it did not fail.</summary>
    public bool Ok => Error is null;

    /// <summary>Success.</summary>
    public static Result Success => default;

    /// <summary>A failure.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The outcome of something that can fail in an expected way.</summary>
/// <typeparam name="T">What it gives when it does not fail.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>Why it failed; null when it did not.</summary>
    public Error? Error { get; }

    /// <summary>True when it did not fail.</summary>
    public bool Ok => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It failed: look at <see cref="Error"/> first.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Failed: {Error.Code}");

    /// <summary>Success with a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
