using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Idempotency;

/// <summary>The stored answer of a POST: the same key by the same account on the same route gets it again for 24 hours.</summary>
internal sealed class IdempotencyKey
{
    public required Guid AccountId { get; init; }

    public required string Route { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of the body, and of the rights under which it was answered.</summary>
    public required byte[] BodyHash { get; init; }

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? ETag { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<IdempotencyKey>(key =>
    {
        key.ToTable("idempotency_keys");
        key.HasKey(row => new { row.AccountId, row.Route, row.Key });
        key.Property(row => row.Route).HasMaxLength(300);
        key.Property(row => row.Key).HasMaxLength(100);
        key.Property(row => row.ContentType).HasMaxLength(100);
        key.Property(row => row.Location).HasMaxLength(300);
        key.Property(row => row.ETag).HasMaxLength(40);
        key.HasIndex(row => row.CreatedAt);
        // A stored answer is the business of whoever got it.
        key.HasRowScope("account_id = (select kim.account())");
    });
}
