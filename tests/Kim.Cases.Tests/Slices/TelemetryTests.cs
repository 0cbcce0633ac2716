using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Cases.Tests.Slices;

/// <summary>Search terms and names reach neither logs nor traces, not even with the logs turned up.</summary>
public sealed class TelemetryTests(TelemetryTests.ListeningHost host) : IClassFixture<TelemetryTests.ListeningHost>
{
    private const string Planted = "Zzspurname";

    [Fact]
    public async Task Names_and_search_terms_leave_no_trace_in_logs_and_spans()
    {
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue(span.DisplayName + " " + string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);

        using var http = host.ClientFor(TestAccounts.CaseManager);
        var opened = (await http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(CaseDesk.Person(family: Planted)))).Expect(HttpStatusCode.Created);
        (await http.PostAsync($"{CaseDesk.Root}/cases/searches", new { q = Planted })).Expect(HttpStatusCode.OK);
        (await http.CallAsync(CaseDesk.Url(opened.Id))).Expect(HttpStatusCode.OK);
        (await http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(CaseDesk.Person(family: Planted + "ж")))).Expect(HttpStatusCode.BadRequest);

        Assert.Contains(spans, span => span.Contains("/api/v1/cases/cases", StringComparison.Ordinal));
        Assert.Contains(host.Log.Lines, line => line.Length > 0);
        Assert.DoesNotContain(spans, span => span.Contains(Planted, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The service with its log at 'information' and a listener behind it.</summary>
    public sealed class ListeningHost : ServiceHost<Program>
    {
        public ListeningHost() : base("cases") => Profile = Repository.Profile;

        internal LogLines Log { get; } = new();

        protected override void Configure(IDictionary<string, string?> settings) => settings["Logging:LogLevel:Default"] = "Information";

        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.AddSingleton<ILoggerProvider>(Log);
        }
    }

    /// <summary>Keeps what is logged.</summary>
    internal sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
