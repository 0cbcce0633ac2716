using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kim.Testing;

/// <summary>
/// One service, run through its own <c>Program.cs</c> as in production. Use it as a class fixture through a small subclass:
/// <code>public sealed class CasesHost() : ServiceHost&lt;Program&gt;("cases");</code>
/// </summary>
/// <typeparam name="TProgram">Any type of the service's assembly.</typeparam>
public class ServiceHost<TProgram>(string service) : ServiceRig(service) where TProgram : class
{
    private WebApplicationFactory<TProgram>? _factory;

    /// <summary>Whether the service listens on a real port (<see cref="Address"/>) instead of in memory.</summary>
    public bool RealPort { get; init; }

    /// <summary>The services of the running host, for the rare test that must reach inside.</summary>
    public IServiceProvider Services => _factory!.Services;

    /// <summary>Base address when <see cref="RealPort"/> is set.</summary>
    public Uri Address => _factory!.ClientOptions.BaseAddress;

    /// <inheritdoc />
    protected override IEnumerable<Assembly> Builds => typeof(TProgram).Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("Kim.", StringComparison.Ordinal)).Select(Assembly.Load).Append(typeof(TProgram).Assembly);

    /// <inheritdoc />
    public override async Task StartAsync()
    {
        if (RealPort)
        {
            _factory = await Kim.Testing.RealPort.StartAsync<Factory, TProgram>(() => new Factory(Settings(), ConfigureServices));
            return;
        }

        _factory = new Factory(Settings(), ConfigureServices);
        _factory.StartServer();
    }

    /// <inheritdoc />
    public override async Task StopAsync()
    {
        if (_factory is not null) await _factory.DisposeAsync();
        _factory = null;
    }

    /// <inheritdoc />
    public override HttpClient Anonymous() => _factory!.CreateDefaultClient(_factory.ClientOptions.BaseAddress, new KeyHandler());

    /// <inheritdoc />
    protected override Task<int> RunMigrateAsync(string[] arguments) => EntryPoint.RunAsync(typeof(TProgram).Assembly, arguments);

    private sealed class Factory(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> services) : WebApplicationFactory<TProgram>
    {
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
            return base.CreateHost(builder);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.ConfigureLogging(logging => logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None));
            builder.ConfigureTestServices(services);
        }
    }
}
