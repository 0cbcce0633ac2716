using System.Diagnostics;
using Kim.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kim.ServiceDefaults;

/// <summary>The one place where an expected failure becomes an RFC 9457 problem document.</summary>
public static class ProblemResults
{
    /// <summary>Prefix of the problem types: <c>urn:kim:problem:{code}</c>.</summary>
    public const string TypePrefix = "urn:kim:problem:";

    /// <summary>The problem document of an error: type, title, status, code, errors by field, guard, allowed steps, trace id.</summary>
    public static ProblemHttpResult ToProblem(this Error error) => TypedResults.Problem(Document(error));

    internal static ProblemDetails Document(Error error)
    {
        var problem = new ProblemDetails
        {
            Type = TypePrefix + error.Code,
            Title = error.Title,
            Status = error.Status,
        };
        problem.Extensions["code"] = error.Code;
        if (error.Field is { } field) problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [error.Title] };
        if (error.Guard is { } guard) problem.Extensions["guard"] = guard;
        if (error.Allowed is { } allowed) problem.Extensions["allowed"] = allowed;
        if (Activity.Current is { } activity) problem.Extensions["traceId"] = activity.TraceId.ToHexString();
        return problem;
    }
}
