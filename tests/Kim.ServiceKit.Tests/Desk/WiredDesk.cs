using System.Collections.Concurrent;
using Kim.ServiceKit.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Tests.Desk;

/// <summary>The test service with short patience and a wire to its database that can be cut, whose log lines are kept.</summary>
public sealed class WiredDesk : DeskHost
{
    private readonly Lines _lines = new();
    private FaultProxy? _wire;

    /// <summary>The wire between service and database.</summary>
    public FaultProxy DatabaseWire => _wire!;

    /// <summary>All that the service wrote to its log, exceptions included.</summary>
    public IReadOnlyCollection<string> Log => _lines.Written;

    public override async ValueTask InitializeAsync()
    {
        var server = new NpgsqlConnectionStringBuilder((await KimServers.GetAsync()).Postgres);
        _wire = new FaultProxy(server.Host!, server.Port);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_wire is not null) await _wire.DisposeAsync();
        _lines.Dispose();
    }

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["ConnectionStrings:Database"] =
            new NpgsqlConnectionStringBuilder(settings["ConnectionStrings:Database"]) { Host = "127.0.0.1", Port = _wire!.Port }.ConnectionString;
        settings.Remove("Database:PatienceSeconds");
    }

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddSingleton(new MessagingTimes { Handler = TimeSpan.FromSeconds(1), Silence = TimeSpan.FromSeconds(8), Sample = TimeSpan.FromSeconds(1) });
        services.AddLogging(logging => logging.AddProvider(_lines));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
