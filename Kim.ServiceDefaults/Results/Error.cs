namespace Kim.Results;

/// <summary>
/// An expected failure: a value, not an exception. <c>ToProblem()</c> of ServiceDefaults turns it into an RFC 9457 problem.
/// Pure, so that domain rules may return it.
/// </summary>
/// <param name="Code">Stable code in kebab case; clients and translations hang on it.</param>
/// <param name="Title">What went wrong, in one English sentence without personal data.</param>
/// <param name="Status">HTTP status that fits: 400, 403, 404, 409, 412, 422, 428.</param>
public sealed record Error(string Code, string Title, int Status)
{
    /// <summary>The member of the request at fault, in camelCase with dots and indexes, if one is.</summary>
    public string? Field { get; init; }

    /// <summary>For a refused state change: the guard that failed.</summary>
    public string? Guard { get; init; }

    /// <summary>For a refused state change: the next steps that are allowed now.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>A value of the request breaks a rule of the domain (400).</summary>
    public static Error Invalid(string code, string title, string field) => new(code, title, 400) { Field = field };

    /// <summary>The state of the thing does not allow this now (409).</summary>
    public static Error Conflict(string code, string title) => new(code, title, 409);

    /// <summary>A state change whose guard failed (409), with the next steps that are allowed.</summary>
    public static Error Blocked(string guard, string title, IReadOnlyList<string> allowed) =>
        new("step-not-allowed", title, 409) { Guard = guard, Allowed = allowed };

    /// <summary>There is no such thing, or none that the caller may know of (404).</summary>
    public static Error NotFound(string what) => new("not-found", $"There is no such {what}.", 404);

    /// <summary>The caller may know the thing but not do this (403).</summary>
    public static Error Forbidden(string code, string title) => new(code, title, 403);
}
