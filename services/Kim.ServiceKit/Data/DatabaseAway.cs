using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>Tells a database that cannot be reached from one that refuses: the first passes by itself, and no message or request is to blame.</summary>
internal static class DatabaseAway
{
    // After the server stood still: it counts the time in which it heard nothing as the session's.
    private const string IdleInTransactionSessionTimeout = "25P03";

    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        PostgresException postgres => IsState(postgres.SqlState),
        NpgsqlException => true,
        // Opening a connection in vain ends so.
        TimeoutException { Source: "Npgsql" } => true,
        _ => Is(failure.InnerException),
    };

    /// <summary>Whether a state of SQL says that the server ended the connection, or takes none.</summary>
    public static bool IsState(string state) => state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or IdleInTransactionSessionTimeout
        || state.StartsWith("08", StringComparison.Ordinal);
}
