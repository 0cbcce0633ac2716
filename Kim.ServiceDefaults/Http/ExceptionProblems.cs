using System.Text.Json;
using Kim.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kim.ServiceDefaults;

/// <summary>
/// Turns what escaped a handler into a problem without detail. A request that cannot be read is the client's fault (400, 413);
/// other rooms add their own translations through <see cref="IExceptionTranslation"/>; the rest is a bug (500).
/// </summary>
internal sealed partial class ExceptionProblems(
    IEnumerable<IExceptionTranslation> translations, IProblemDetailsService problems, ILogger<ExceptionProblems> log) : IExceptionHandler
{
    private static readonly Error Internal = new("internal-error", "Something went wrong on our side. Nothing was saved.", 500);

    public static bool IsExpected(ExceptionHandlerSuppressDiagnosticsContext context) => context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService;

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (http.RequestAborted.IsCancellationRequested) return true;
        var error = OfRequest(exception) ?? translations.Select(translation => translation.Translate(exception)).FirstOrDefault(found => found is not null);
        if (error is null) UnexpectedFailure(log, exception.GetType().FullName, exception.StackTrace);
        error ??= Internal;
        http.Response.StatusCode = error.Status;
        if (error.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "5";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = ProblemResults.Document(error) });
    }

    private static Error? OfRequest(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException { StatusCode: 413 } => Limits.BodyTooLarge,
        BadHttpRequestException { StatusCode: 415 } => new Error("media-type-not-supported", "Send application/json.", 415),
        BadHttpRequestException bad => new Error(ProblemDefaults.CodeOf(bad.StatusCode), OfParameter(bad), bad.StatusCode),
        _ => null,
    };

    private static Error OfJson(JsonException exception)
    {
        var path = exception.Path is { Length: > 2 } full ? full[2..] : null;
        return new Error("json-invalid", "The body is not the JSON that this operation takes.", 400) { Field = path ?? "$" };
    }

    // The framework's sentence quotes the value; the value may be personal, so only the parameter's name is kept.
    private static string OfParameter(BadHttpRequestException bad)
    {
        var quoted = bad.Message.Split('"');
        return quoted.Length > 2 ? $"The parameter '{quoted[1].Split(' ')[^1]}' is missing or has a wrong form." : "The request cannot be read.";
    }

    // The message of an exception may quote personal data (a failing value), so type and stack alone are logged.
    [LoggerMessage(LogLevel.Error, "Unexpected failure {Type}\n{Stack}")]
    private static partial void UnexpectedFailure(ILogger logger, string? type, string? stack);
}

/// <summary>A room's translation of its technical exceptions (database away, stale row) into an expected failure.</summary>
public interface IExceptionTranslation
{
    /// <summary>The error that this exception stands for, or null when this room does not know it.</summary>
    Error? Translate(Exception exception);
}
