using System.Globalization;
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
    public static void AddDatabase<TDb>(this IServiceCollection services) where TDb : KimDbContext
    {
        // Setting one up takes longer than most of what a request does with it.
        services.AddDbContextPool<TDb>((provider, options) => Use(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped<KimDbContext>(provider => provider.GetRequiredService<TDb>());
        services.AddSingleton(provider => DatabaseTimes.From(provider.GetRequiredService<IConfiguration>()));
        services.AddTransient<IStartupFilter, PatienceFirst>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("__ef_migrations"))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(OneConnection.Rule, WaitWatch.Rule);

    /// <summary>The service's connection string with the house's times.</summary>
    /// <param name="configuration">Where the string and the times are.</param>
    /// <param name="scope">What each connection does first, for example <c>-c kim.scope=system</c>.</param>
    public static string AppConnection(IConfiguration configuration, string scope = "")
    {
        var text = configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("The connection string 'Database' is missing.");
        var times = DatabaseTimes.From(configuration);
        return new NpgsqlConnectionStringBuilder(text)
        {
            Options = string.Create(CultureInfo.InvariantCulture,
                $"{scope} -c statement_timeout={times.Statement.TotalMilliseconds} -c idle_in_transaction_session_timeout={times.IdleInTransaction.TotalMilliseconds} -c lock_timeout={times.Lock.TotalMilliseconds}"),
            // Also the time that the word of cancellation below gets, in which a thread stands still.
            Timeout = (int)times.Connect.TotalSeconds,
            // Only a server that hangs comes to this; it will not hear that the command is cancelled, so the connection is left at once.
            CommandTimeout = (int)times.Command.TotalSeconds,
            CancellationTimeout = -1,
            Timezone = "UTC",
            // What a connection is asked again and again it need not parse and plan again.
            MaxAutoPrepare = 200,
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
