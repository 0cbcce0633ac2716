using System.Text;
using System.Text.Json;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Data.Reports;

/// <summary>
/// Takes events into the journal and brings the rows of their aggregate up to date, in the consumer's transaction. The rows are
/// computed from all that the journal holds of the aggregate, so neither order nor doubles matter.
/// </summary>
internal sealed class Journal(FundingDb db, TimeProvider clock)
{
    /// <summary>Advisory lock: shared by consumers, held alone by the replay.</summary>
    public const long ReplayLock = 0x4B494D_5245504C;

    /// <summary>Takes one event.</summary>
    /// <param name="aggregate">The aggregate's reference.</param>
    /// <param name="version">Its version.</param>
    /// <param name="message">The event.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task TakeAsync<T>(Guid aggregate, long version, T message, CancellationToken ct) where T : class
    {
        var entry = Entry(aggregate, version, message);
        // Consumers of one aggregate stand in line: each sees what the one before wrote.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock_shared({ReplayLock}), pg_advisory_xact_lock(hashtextextended({aggregate.ToString()}, 0))", ct);
        var added = await db.Database.ExecuteSqlAsync($"""
            insert into report_journal (id, wire_name, aggregate, version, body_hash, body, received_at)
            values ({entry.Id}, {entry.WireName}, {entry.Aggregate}, {entry.Version}, {entry.BodyHash}, {entry.Body}::jsonb, {entry.ReceivedAt})
            on conflict do nothing
            """, ct);
        if (added == 0) return;
        var kind = FactReader.Of(entry).Fact.GetType();
        await FactTable.All.Single(table => table.Kind == kind).ClearAsync(db, aggregate, ct);
        await ProjectAsync(db, [aggregate], fact => fact.GetType() == kind, ct);
    }

    /// <summary>Writes the rows of some aggregates, as the journal tells them.</summary>
    public static async Task ProjectAsync(FundingDb db, IReadOnlyList<Guid> aggregates, Func<ReportFact, bool> wanted, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(entry => aggregates.Contains(entry.Aggregate)).ToListAsync(ct);
        db.AddRange(Projection.Of(entries.Select(FactReader.Of)).Where(wanted));
        await db.SaveChangesAsync(ct);
    }

    private JournalEntry Entry<T>(Guid aggregate, long version, T message) where T : class
    {
        // Only what this build's contract knows is kept: a member that nobody here understands is not ours to store.
        var body = JsonSerializer.Serialize(message, ContractJson.Options);
        var now = clock.GetUtcNow();
        return new JournalEntry
        {
            Id = Guid.CreateVersion7(now),
            WireName = EventCatalogue.WireNameOf(typeof(T)),
            Aggregate = aggregate,
            Version = version,
            BodyHash = CanonicalJson.Sha256(Encoding.UTF8.GetBytes(body)),
            Body = body,
            ReceivedAt = now,
        };
    }
}
