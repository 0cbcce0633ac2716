using System.Text.RegularExpressions;

namespace Kim.Testing.Fuzzing;

/// <summary>What an answer must be, whatever was asked.</summary>
internal static partial class Verdict
{
    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public static string? Of(ApiOperation operation, WireRequest request, WireAnswer answer, Func<ApiOperation, WireAnswer, bool> expected)
    {
        if (answer.Status == 0) return request.BrokenHead ? null : "no answer";
        if (answer.Header("X-Injected") is not null) return "a header was injected";
        if (Inside().IsMatch(answer.Text)) return "the answer shows the inside";
        if (answer.Status >= 500) return expected(operation, answer) ? null : $"status {answer.Status}";
        if (answer.Status >= 400) return OfProblem(request, answer);
        if (request.Method != operation.Method) return null;
        return OfSuccess(operation, answer);
    }

    private static string? OfProblem(WireRequest request, WireAnswer answer)
    {
        // What the parser refuses has no request yet: a bare status, and the connection is closed.
        if (answer.Body.Length == 0 && request.BrokenHead && answer.Status is 400 or 408 or 411 or 414 or 431 or 417 or 501 or 505) return null;
        if (answer.Body.Length == 0 && request.Method == "HEAD") return null;
        if (answer.Header("Content-Type")?.StartsWith("application/problem+json", StringComparison.Ordinal) != true) return $"{answer.Status} is no problem document ({answer.Header("Content-Type")})";
        if (answer.Json?["code"]?.GetValue<string>() is not { Length: > 0 } code) return $"{answer.Status} has no code";
        if (code == "error") return $"{answer.Status} has no code of its own";
        return answer.Json["status"]?.GetValue<int>() == answer.Status ? null : $"{answer.Status} names another status";
    }

    private static string? OfSuccess(ApiOperation operation, WireAnswer answer)
    {
        if (!operation.Declares(answer.Status)) return $"{answer.Status} is not in the document";
        var declared = operation.MediaTypes(answer.Status);
        var sent = answer.Header("Content-Type")?.Split(';')[0];
        if (declared.Count == 0) return answer.Body.Length == 0 ? null : $"a body of {sent} where the document has none";
        return declared.Contains(sent, StringComparer.OrdinalIgnoreCase) ? null : $"{sent} instead of {string.Join(", ", declared)}";
    }

    [GeneratedRegex(@"   at Kim\.|NpgsqlException|PostgresException|Microsoft\.EntityFrameworkCore|System\.[A-Z]\w+Exception", RegexOptions.NonBacktracking)]
    private static partial Regex Inside();
}
