using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>
/// A second context on the service's tables for machinery that works where nobody is known yet: each connection acts under the named
/// system scope from its first statement. A context and a pool of its own, so that a request of the API can never borrow that scope.
/// </summary>
public static class SystemContext
{
    /// <summary>Adds the context, with the same times as all other work on the database (<c>Database:PatienceSeconds</c>).</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Where the connection string <c>Database</c> is.</param>
    /// <typeparam name="TDb">A context that no request of the API uses.</typeparam>
    public static void AddSystemContext<TDb>(this IServiceCollection services, IConfiguration configuration) where TDb : KimDbContext
    {
        services.AddSingleton(_ => new Pool<TDb>(NpgsqlDataSource.Create(DatabaseSetup.AppConnection(configuration, "-c kim.scope=system"))));
        services.AddDbContext<TDb>((provider, options) => DatabaseSetup.Use(options, provider.GetRequiredService<Pool<TDb>>().Source));
    }

    private sealed class Pool<TDb>(NpgsqlDataSource source) : IAsyncDisposable
    {
        public NpgsqlDataSource Source => source;

        public ValueTask DisposeAsync() => source.DisposeAsync();
    }
}
