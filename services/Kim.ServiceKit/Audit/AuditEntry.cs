using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// Who read, searched, changed or was refused what, what for, when and in which trace. The application's role can only insert, and the
/// sealer covers every column: a later column is nullable, so that rows from before it keep their hash.
/// </summary>
internal sealed class AuditEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public List<string> Roles { get; init; } = [];

    public required string Action { get; init; }

    public required string Operation { get; init; }

    /// <summary>The operation's purpose, a code of <see cref="Purposes"/>.</summary>
    public string? Purpose { get; init; }

    public string? Subject { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>Keyed hash of what was searched for, see <see cref="SearchTerms"/>.</summary>
    public string? TermsHash { get; init; }

    public string? TraceId { get; init; }

    /// <summary>
    /// The transaction that wrote the row: the database's own order of what is finished, by which the sealer goes. Identity values become
    /// visible out of order and with gaps. The application's role cannot write this column, nor <see cref="Id"/>.
    /// </summary>
    public long Xid { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("audit");
        entry.HasKey(row => row.Id);
        entry.Property(row => row.Id).UseIdentityAlwaysColumn();
        entry.Property(row => row.Action).HasMaxLength(20);
        entry.Property(row => row.Operation).HasMaxLength(100);
        entry.Property(row => row.Purpose).HasMaxLength(50);
        entry.Property(row => row.Subject).HasMaxLength(50);
        entry.Property(row => row.TermsHash).HasMaxLength(64);
        entry.Property(row => row.TraceId).HasMaxLength(32);
        entry.Property(row => row.Xid).HasDefaultValueSql("(pg_current_xact_id()::text)::bigint");
        entry.HasIndex(row => new { row.SubjectId, row.At, row.Id });
        entry.HasRowScope("account_id = (select kim.account()) or (select kim.has_role('DPO'))");
        entry.HasIndex(row => new { row.AccountId, row.At });
        entry.HasIndex(row => new { row.Xid, row.Id });
    });
}
