using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// A link of the chain over the audit: the rows of one month behind the link before, up to a position in the order of their
/// transactions, under one hash with the hash before. Each month is a chain of its own, so that an old one can be dropped whole.
/// </summary>
internal sealed class AuditSeal
{
    /// <summary>The month of the rows in UTC, <c>2026-11</c>.</summary>
    public required string Segment { get; init; }

    /// <summary>1 for the first link of the month, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Position of the last row: its transaction.</summary>
    public required long UntilXid { get; init; }

    /// <summary>Position of the last row: its id within the transaction's rows.</summary>
    public required long UntilId { get; init; }

    public required int Rows { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<AuditSeal>(seal =>
    {
        seal.ToTable("audit_seals");
        seal.HasKey(row => new { row.Segment, row.Number });
        seal.Property(row => row.Segment).HasMaxLength(7);
        seal.HasIndex(row => new { row.UntilXid, row.UntilId });
    });
}
