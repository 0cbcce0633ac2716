using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Fields;
using Kim.ServiceKit.Idempotency;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Persons;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;

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
    public async Task<ScopedTransaction> BeginScopedAsync(Scope scope, CancellationToken ct)
    {
        ChangeTracker.Clear();
        IsInScope = false;
        var transaction = new ScopedTransaction(this, await Database.BeginTransactionAsync(ct));
        await Database.ExecuteSqlRawAsync(Scope.Sql, scope.Values(), ct);
        return transaction;
    }
}
