using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>The transaction of one request, message or job. All of its commands run in it, or none counts.</summary>
public sealed class ScopedTransaction : IAsyncDisposable
{
    private readonly KimDbContext _db;
    private readonly IDbContextTransaction _transaction;

    internal ScopedTransaction(KimDbContext db, IDbContextTransaction transaction)
    {
        (_db, _transaction) = (db, transaction);
        db.IsInScope = true;
    }

    /// <summary>Makes what was written in it last.</summary>
    /// <param name="ct">Cancellation.</param>
    public async Task CommitAsync(CancellationToken ct = default)
    {
        await _transaction.CommitAsync(ct);
        _db.IsInScope = false;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        _db.IsInScope = false;
    }
}

/// <summary>
/// When a connection breaks between two commands, the mapper opens another for the second one: outside the transaction, without its
/// scope, and committed by itself. Here the second command fails as the first would have.
/// </summary>
internal sealed class OneConnection : DbConnectionInterceptor
{
    public static readonly OneConnection Rule = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        Hold(eventData, result);

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Hold(eventData, result));

    public static NpgsqlException Lost() => new("The connection was lost within a transaction.");

    private static InterceptionResult Hold(ConnectionEventData opening, InterceptionResult result) =>
        opening.Context is KimDbContext { IsInScope: true } ? throw Lost() : result;
}
