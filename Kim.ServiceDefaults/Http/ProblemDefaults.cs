using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceDefaults;

/// <summary>Problem documents everywhere: also for what the framework answers by itself, and never with an exception's text.</summary>
internal static class ProblemDefaults
{
    private static readonly Dictionary<int, string> CodeOfStatus = new()
    {
        [400] = "bad-request",
        [401] = "unauthenticated",
        [403] = "forbidden",
        [404] = "not-found",
        [405] = "method-not-allowed",
        [408] = "request-timeout",
        [412] = "precondition-failed",
        [413] = "body-too-large",
        [414] = "uri-too-long",
        [415] = "media-type-not-supported",
        [428] = "precondition-required",
        [429] = "too-many-requests",
        [431] = "headers-too-large",
        [500] = "internal-error",
        [502] = "bad-gateway",
        [503] = "unavailable",
        [504] = "timeout",
    };

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => JsonDefaults.Apply(options.SerializerOptions));
        return services;
    }

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = ExceptionProblems.IsExpected });
        app.UseStatusCodePages();
    }

    internal static string CodeOf(int status) => CodeOfStatus.GetValueOrDefault(status, "error");

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (!problem.Extensions.ContainsKey("code"))
        {
            var code = problem is HttpValidationProblemDetails
                ? "validation-failed"
                : CodeOf(problem.Status ?? 500);
            problem.Extensions["code"] = code;
            problem.Type = ProblemResults.TypePrefix + code;
        }

        if (problem is HttpValidationProblemDetails validation) CamelCaseFields(validation);
        if (Activity.Current is { } activity) problem.Extensions["traceId"] = activity.TraceId.ToHexString();
        problem.Instance = null;
    }

    private static void CamelCaseFields(HttpValidationProblemDetails problem)
    {
        foreach (var (field, messages) in problem.Errors.ToArray())
        {
            problem.Errors.Remove(field);
            problem.Errors[string.Join('.', field.Split('.').Select(LowerFirst))] = messages;
        }
    }

    private static string LowerFirst(string part) => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..];
}
