using System.Data;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Idempotency;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Persons;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>
/// The unit of work of a service: its own tables and the kit's (outbox, inbox, audit, idempotency keys, accounts, profile
/// imports) in one database, so that a change, its audit row and its events stand or fall together.
/// </summary>
public abstract class KimDbContext : DbContext
{
    /// <summary>For a service's own context.</summary>
    /// <param name="options">Options of the service's own context.</param>
    // A savepoint around each save costs two round trips; a failed save ends the transaction, and whoever goes on after one sets its own.
    protected KimDbContext(DbContextOptions options) : base(options) => Database.AutoSavepointsEnabled = false;

    /// <summary>The accounts as this service knows them from identity's events.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The class of every column (<see cref="FieldClass"/>): what is personal, what only some roles see.</summary>
    public FieldMap Fields()
    {
        var fields = new FieldMap();
        KitFields.Apply(fields);
        Classify(fields);
        return fields;
    }

    /// <summary>Gives the service's own columns their classes; a column without one fails a test.</summary>
    /// <param name="fields">The map to fill.</param>
    protected virtual void Classify(FieldMap fields)
    {
    }

    /// <summary>SQL functions in the schema <c>kim</c> that the service's own row scopes call; <c>migrate</c> builds them before the policies.</summary>
    protected internal virtual string ScopeFunctions => "";

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccountMapping.Apply(modelBuilder);
        OutboxMessage.Map(modelBuilder);
        InboxMessage.Map(modelBuilder);
        AuditEntry.Map(modelBuilder);
        AuditSeal.Map(modelBuilder);
        ParkedMessage.Map(modelBuilder);
        IdempotencyKey.Map(modelBuilder);
        ProfileImport.Map(modelBuilder);
        ErasedReference.Map(modelBuilder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(14, 2);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Whether a scoped transaction is open: then no other connection may take its place.</summary>
    internal bool IsInScope { get; set; }

    /// <summary>Begins the transaction of one request, message or job and sets what its row-level policies may see.</summary>
    /// <param name="scope">Who acts; the setting ends with the transaction.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<ScopedTransaction> BeginScopedAsync(Scope scope, CancellationToken ct) => BeginScopedAsync(scope, [], null, ct);

    /// <summary>The same, with the first statements of the transaction in the same round trip.</summary>
    /// <param name="scope">Who acts.</param>
    /// <param name="first">The statements; they stand under the scope.</param>
    /// <param name="read">Takes their results, at the first of which the reader stands; null when there is nothing to take.</param>
    /// <param name="ct">Cancellation.</param>
    internal async Task<ScopedTransaction> BeginScopedAsync(
        Scope scope, IReadOnlyList<SqlQuery> first, Func<NpgsqlDataReader, CancellationToken, Task>? read, CancellationToken ct)
    {
        ChangeTracker.Clear();
        IsInScope = false;
        var transaction = new ScopedTransaction(this, await Database.BeginTransactionAsync(ct));
        await RunAsync([scope.ToQuery(), .. first], read, ct);
        return transaction;
    }

    /// <summary>Runs statements in the open transaction, in one round trip.</summary>
    /// <param name="statements">The statements; none is no round trip.</param>
    /// <param name="ct">Cancellation.</param>
    internal Task RunAsync(IReadOnlyList<SqlQuery> statements, CancellationToken ct) =>
        statements.Count == 0 ? Task.CompletedTask : RunAsync(statements, null, ct);

    /// <summary>Statements for one round trip, in the open transaction; the caller runs them.</summary>
    /// <param name="statements">The statements.</param>
    /// <exception cref="NpgsqlException">The connection of the transaction is lost.</exception>
    internal NpgsqlBatch NewBatch(IEnumerable<SqlQuery> statements)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        if (connection.State != ConnectionState.Open) throw OneConnection.Lost();
        var batch = connection.CreateBatch();
        batch.Transaction = (NpgsqlTransaction)Database.CurrentTransaction!.GetDbTransaction();
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToBatchCommand());
        return batch;
    }

    private Task RunAsync(IReadOnlyList<SqlQuery> statements, Func<NpgsqlDataReader, CancellationToken, Task>? readAfterFirst, CancellationToken ct) =>
        DatabaseWait.DuringAsync(RunNowAsync(statements, readAfterFirst, ct));

    private async Task<bool> RunNowAsync(IReadOnlyList<SqlQuery> statements, Func<NpgsqlDataReader, CancellationToken, Task>? readAfterFirst, CancellationToken ct)
    {
        await using var batch = NewBatch(statements);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (readAfterFirst is not null) await readAfterFirst(reader, ct);
        // A statement that fails says so when its result is reached.
        while (await reader.NextResultAsync(ct)) { }
        return true;
    }
}
