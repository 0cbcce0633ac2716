using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.Identity.Data;

/// <summary>
/// The same tables as the sign-in machinery sees them, where nobody is known yet: each connection acts under the named system
/// scope from its first statement. A context of its own, so that a request of the API can never borrow that scope.
/// </summary>
public sealed class SignInDb(DbContextOptions<SignInDb> options) : IdentityDb(options);

/// <summary>The pool of connections behind <see cref="SignInDb"/>.</summary>
internal sealed class SignInSource(string connection) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(connection);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}

internal static class SignInDatabase
{
    public static void AddSignInDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new SignInSource(new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Database"))
        {
            Options = "-c kim.scope=system -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c lock_timeout=4000",
            Timeout = 5,
            CommandTimeout = 6,
            GssEncryptionMode = GssEncryptionMode.Disable,
            KeepAlive = 10,
        }.ConnectionString));
        services.AddDbContext<SignInDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<SignInSource>().Source)
            .UseSnakeCaseNamingConvention());
    }
}
