using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>
/// Reads in one round trip what people look at all day: the scope of the row-level policies, the query and the audit rows of what it
/// shows are one batch, which is one transaction; it is committed before the rows are handed out. For endpoints that say
/// <see cref="OneTripSetup.ReadsInOneTrip"/>; they read nothing else and write nothing.
/// </summary>
public sealed class OneTrip
{
    private readonly NpgsqlDataSource _source;
    private readonly CurrentActor _current;
    private readonly AuditBook _audit;

    internal OneTrip(NpgsqlDataSource source, CurrentActor current, AuditBook audit) => (_source, _current, _audit) = (source, current, audit);

    /// <summary>The one record that a query finds, put on record as read; default when it finds none.</summary>
    /// <param name="subject">Kind of the record, for example <c>case</c>.</param>
    /// <param name="query">SQL over the columns that <paramref name="read"/> takes, with the record's <c>id</c> among them.</param>
    /// <param name="read">Takes the row.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<T?> FindAsync<T>(string subject, SqlQuery query, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        (await RunAsync(_audit.Reading(subject, query), read, ct)).SingleOrDefault();

    /// <summary>The records that a query finds; the search and each record of the page are put on record.</summary>
    /// <param name="subject">Kind of the records.</param>
    /// <param name="query">SQL in the order of the list, with <c>id</c> among its columns.</param>
    /// <param name="page">How many of the rows the answer shows, and what was searched for.</param>
    /// <param name="read">Takes a row.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<List<T>> ListAsync<T>(string subject, SqlQuery query, ShownPage page, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        RunAsync(_audit.Searching(subject, query, page), read, ct);

    private Task<List<T>> RunAsync<T>(SqlQuery noted, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        _source.ReadScopedAsync(Scope.Of(_current.Actor!, _current.Access!), noted, read, ct);
}

/// <summary>What of a list's rows the answer shows.</summary>
/// <param name="Take">The first so many; rows beyond only tell that there is a next page.</param>
/// <param name="Terms">The text that was searched for, if there was one.</param>
public sealed record ShownPage(int Take, string? Terms = null);

/// <summary>SQL with its values; <c>$1</c> is the first. Only constants of the code are composed into the text, never input.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Values">The values, or parameters with a type of their own; where a value may be null the text names its type.</param>
public sealed record SqlQuery(string Text, params object?[] Values)
{
    internal NpgsqlBatchCommand ToBatchCommand()
    {
        var command = new NpgsqlBatchCommand(Text);
        foreach (var value in Values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}

/// <summary>Marks the endpoints that read by <see cref="OneTrip"/>.</summary>
public static class OneTripSetup
{
    /// <summary>The request has no transaction of its own: its one statement is one. It must use <see cref="OneTrip"/> and nothing else of the database.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static T ReadsInOneTrip<T>(this T endpoint) where T : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(Mark.It));
        return endpoint;
    }

    internal sealed record Mark
    {
        public static readonly Mark It = new();
    }
}
