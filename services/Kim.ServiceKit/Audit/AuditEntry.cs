using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Audit;

/// <summary>Who read, searched, changed or was refused what, when and in which trace. The application's role can only insert.</summary>
internal sealed class AuditEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public List<string> Roles { get; init; } = [];

    public required string Action { get; init; }

    public required string Operation { get; init; }

    public string? Subject { get; init; }

    public Guid? SubjectId { get; init; }

    public string? TraceId { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("audit");
        entry.HasKey(row => row.Id);
        entry.Property(row => row.Id).UseIdentityAlwaysColumn();
        entry.Property(row => row.Action).HasMaxLength(20);
        entry.Property(row => row.Operation).HasMaxLength(100);
        entry.Property(row => row.Subject).HasMaxLength(50);
        entry.Property(row => row.TraceId).HasMaxLength(32);
        entry.HasRowScope("account_id = (select kim.account()) or (select kim.has_role('DPO'))");
        entry.HasIndex(row => new { row.SubjectId, row.At });
        entry.HasIndex(row => new { row.AccountId, row.At });
    });
}
