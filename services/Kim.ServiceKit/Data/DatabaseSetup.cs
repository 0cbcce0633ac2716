using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Kim.ServiceKit.Data;

internal static class DatabaseSetup
{
    internal const int CommandSeconds = 6;

    public static void AddDatabase<TDb>(this IServiceCollection services) where TDb : KimDbContext
    {
        services.AddDbContext<TDb>((provider, options) => Use(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped<KimDbContext>(provider => provider.GetRequiredService<TDb>());
        services.AddTransient<IStartupFilter, PatienceFirst>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("__ef_migrations"))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(OneConnection.Rule, WaitWatch.Rule);

    public static string AppConnection(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("The connection string 'Database' is missing.");
        return new NpgsqlConnectionStringBuilder(text)
        {
            Options = "-c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c lock_timeout=4000",
            // Also the time that the word of cancellation below gets, in which a thread stands still.
            Timeout = 3,
            // Only a server that hangs comes to this; it will not hear that the command is cancelled, so the connection is left at once.
            CommandTimeout = CommandSeconds,
            CancellationTimeout = -1,
            // Nothing here signs in by Kerberos, and a server that hangs would be asked for it first, each time for as long as for all else.
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }
}

internal sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(ct);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}

/// <summary>Lets <c>dotnet ef</c> build a service's context without its configuration. A service has one empty subclass of it.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public abstract class KimDbFactory<TDb> : IDesignTimeDbContextFactory<TDb> where TDb : KimDbContext
{
    /// <inheritdoc />
    public TDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TDb>();
        DatabaseSetup.Use(options, NpgsqlDataSource.Create("Host=design-time"));
        return (TDb)Activator.CreateInstance(typeof(TDb), options.Options)!;
    }
}
