using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>What the database refused, in words for the caller; an unreachable database is 503, not 500.</summary>
internal sealed class DatabaseTranslation : IExceptionTranslation
{
    private static readonly Error Away = new("unavailable", "The service cannot reach its data right now. Nothing was saved; try again soon.", 503);

    public Error? Translate(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => ConcurrencyExtensions.Stale,
        DbUpdateException { InnerException: { } inner } => Translate(inner),
        // EF wraps what may pass by itself: a lock that is held too long, a connection that broke, in a query or in a save.
        InvalidOperationException { InnerException: { } inner } when inner is NpgsqlException or DbUpdateException => Translate(inner),
        PostgresException postgres => OfState(postgres),
        NpgsqlException => Away,
        TimeoutException => Away,
        _ => null,
    };

    private static Error? OfState(PostgresException postgres) => postgres.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => Error.Conflict("already-exists", "There is one already."),
        PostgresErrorCodes.ExclusionViolation => Error.Conflict("overlaps", "It overlaps with what is there."),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
            Error.Conflict("busy", "Someone else is changing this right now. Try again."),
        PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire =>
            new Error("text-invalid", "A text holds a character that cannot be stored.", 400),
        PostgresErrorCodes.NumericValueOutOfRange or PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.DatetimeFieldOverflow =>
            new Error("value-out-of-range", "A value is larger than can be stored.", 400),
        // The second: a prepared statement whose table an update of the service has changed; the driver prepares it anew.
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.FeatureNotSupported => Away,
        _ => DatabaseAway.IsState(postgres.SqlState) ? Away : null,
    };
}
