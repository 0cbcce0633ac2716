using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kim.Portal.Web;

/// <summary>The portal answers people: what fails becomes a page, not the problem document that an API answers with.</summary>
internal sealed partial class PageFailures(ILogger<PageFailures> log) : IExceptionHandler
{
    // The message of an exception may quote what somebody typed, so type and stack alone are logged.
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Unexpected(log, exception.GetType().FullName, exception.StackTrace);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(LogLevel.Error, "Unexpected failure {Type}\n{Stack}")]
    private static partial void Unexpected(ILogger logger, string? type, string? stack);
}

/// <summary>Registers and uses the pages of errors.</summary>
internal static class PageFailuresSetup
{
    public static void AddPageFailures(this IServiceCollection services)
    {
        services.RemoveAll<IExceptionHandler>();
        services.AddExceptionHandler<PageFailures>();
    }

    public static void UsePageFailures(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}
