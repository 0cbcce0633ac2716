using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kim.ServiceKit.Data;

/// <summary>
/// Answers 503 when a command of a request has heard nothing from the database for <see cref="DatabaseTimes.Silence"/>. A server that works ends a
/// statement by itself at about that time (<c>statement_timeout</c>); one that hangs never does, and the driver lets go of it only some
/// 10 s later (quality.md T05 asks for 5 s). What the request had begun is left to the driver: as a rule it is rolled back.
/// </summary>
internal sealed class DatabasePatience(RequestDelegate next, DatabaseTimes times)
{
    private static readonly Error Silent = new(
        "unavailable", "The service's data does not answer right now. Look before you repeat, or repeat with the same Idempotency-Key.", 503);

    public async Task InvokeAsync(HttpContext http)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var wait = new DatabaseWait(times);
        var work = next(http);
        if (await Task.WhenAny(work, wait.GivenUp) == work)
        {
            await work;
            return;
        }

        if (!http.Response.HasStarted) await AnswerAsync(http, wire);
        wait.LetGo();
        // The work holds the request's context and connection until the driver gives them back. Its failure has been told already.
        await work.ContinueWith(static done => done.Exception, TaskScheduler.Default);
    }

    private static async Task AnswerAsync(HttpContext http, IHttpResponseBodyFeature wire)
    {
        // Whatever the work still writes goes nowhere, and it sees that nobody waits for it.
        http.Features.Set(wire);
        http.RequestAborted = CancellationToken.None;
        http.Response.Clear();
        http.Response.Headers.RetryAfter = "5";
        // The next request must not stand behind this one's work.
        http.Response.Headers.Connection = "close";
        await Silent.ToProblem().ExecuteAsync(http);
        await http.Response.CompleteAsync();
        http.RequestAborted = new CancellationToken(canceled: true);
    }
}

/// <summary>Puts <see cref="DatabasePatience"/> around everything that a service does with a request.</summary>
internal sealed class PatienceFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<DatabasePatience>();
        next(app);
    };
}
