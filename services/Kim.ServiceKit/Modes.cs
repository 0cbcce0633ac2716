using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Profile;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit;

/// <summary>The modes of a service's executable beside serving.</summary>
public static partial class Modes
{
    /// <summary>
    /// Runs <c>migrate</c> when the arguments ask for it: migrations as the owner, fences and grants, then the profile's part in one
    /// transaction; and <c>topology</c>: the service's queues and bindings on the broker. Neither runs at the start of the API; a system
    /// starts its services when both are done for all of them. <c>republish</c> sends the kept events again, for a service that joins
    /// an installation later; <c>verify-audit</c> and <c>drop-audit</c> see <see cref="AuditModes"/>. Sets the process's exit code.
    /// </summary>
    /// <returns>True when a mode ran and the process should end.</returns>
    public static async Task<bool> RunModeAsync<TDb>(this WebApplication app, string[] args, Func<IServiceProvider, TDb, CancellationToken, Task>? afterMigration = null)
        where TDb : KimDbContext
    {
        if (await AuditModes.RunAsync(app, args)) return true;
        var (migrate, topology, republish) = (Asks(args, "migrate"), Asks(args, "topology"), Asks(args, "republish"));
        if (!migrate && !topology && !republish) return false;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kim.Migrate");
        try
        {
            if (migrate) await MigrateAsync(app, afterMigration);
            if (topology) await app.Services.GetRequiredService<Topology>().DeployAsync();
            if (republish) Republished(log, await Republish.RunAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), default));
            else Migrated(log, typeof(TDb).Name);
            Environment.ExitCode = 0;
        }
        catch (ProfileException refused)
        {
            ProfileRefused(log, refused.Message);
            Environment.ExitCode = 1;
        }
        catch (OperationCanceledException)
        {
            BrokerAway(log);
            Environment.ExitCode = 1;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or DbUpdateException)
        {
            MigrationFailed(log, failure.GetType().Name, failure is DbUpdateException ? failure.InnerException?.Message ?? "" : failure.Message);
            Environment.ExitCode = 1;
        }

        return true;
    }

    private static bool Asks(string[] args, string mode) => args.Contains(mode, StringComparer.Ordinal);

    private static async Task MigrateAsync<TDb>(WebApplication app, Func<IServiceProvider, TDb, CancellationToken, Task>? afterMigration) where TDb : KimDbContext
    {
        var configuration = app.Configuration;
        var owner = configuration.GetConnectionString("DatabaseOwner")
            ?? throw new InvalidOperationException("The connection string 'DatabaseOwner' is missing: 'migrate' runs as the owner of the database.");
        var appRole = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Database")).Username!;
        await using var source = NpgsqlDataSource.Create(owner);
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = ActivatorUtilities.CreateInstance<TDb>(scope.ServiceProvider, OwnerOptions<TDb>(source));
        await db.Database.MigrateAsync();
        await Fences.BuildAsync(db, appRole, default);
        if (configuration["Kim:Profile"] is { Length: > 0 } folder)
            await ProfileImporter<TDb>.RunAsync(scope.ServiceProvider, db, folder, configuration.GetValue<bool>("Kim:Demo"), default);
        if (afterMigration is not null) await afterMigration(scope.ServiceProvider, db, default);
    }

    private static DbContextOptions<TDb> OwnerOptions<TDb>(NpgsqlDataSource source) where TDb : KimDbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        DatabaseSetup.Use(options, source);
        return options.Options;
    }

    [LoggerMessage(LogLevel.Information, "{Context} is migrated")]
    private static partial void Migrated(ILogger logger, string context);

    [LoggerMessage(LogLevel.Information, "{Count} kept events wait to be published again")]
    private static partial void Republished(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "The broker did not answer: the queues could not be declared")]
    private static partial void BrokerAway(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The profile was refused, nothing was written:\n{Errors}")]
    private static partial void ProfileRefused(ILogger logger, string errors);

    [LoggerMessage(LogLevel.Error, "The migration failed: {Failure}: {Message}")]
    private static partial void MigrationFailed(ILogger logger, string failure, string message);
}
