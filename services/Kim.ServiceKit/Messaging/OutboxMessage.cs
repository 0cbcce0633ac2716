using System.Diagnostics;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Messaging;

/// <summary>An event that waits for the broker, written in the transaction of the change that caused it.</summary>
internal sealed class OutboxMessage
{
    public const int Buckets = 16;

    /// <summary>Message id on the wire: the receiver's inbox knows it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order of the rows; per aggregate it is the order of the changes.</summary>
    public long Seq { get; init; }

    public required Guid AggregateId { get; init; }

    /// <summary>Hash of the aggregate: one dispatcher at a time works on a bucket, so order holds with several.</summary>
    public required short Bucket { get; init; }

    public required string Type { get; init; }

    public required string Payload { get; init; }

    public string? TraceParent { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public static short BucketOf(Guid aggregateId) => (short)(aggregateId.ToByteArray()[15] % Buckets);

    public static void Map(ModelBuilder model) => model.Entity<OutboxMessage>(message =>
    {
        message.ToTable("outbox");
        message.HasKey(row => row.Id);
        message.Property(row => row.Id).ValueGeneratedNever();
        message.Property(row => row.Seq).UseIdentityAlwaysColumn();
        message.Property(row => row.Type).HasMaxLength(100);
        message.Property(row => row.Payload).HasColumnType("jsonb");
        message.Property(row => row.TraceParent).HasMaxLength(60);
        message.HasIndex(row => new { row.Bucket, row.Seq }).HasFilter("published_at is null").HasDatabaseName("ix_outbox_waiting");
        message.HasIndex(row => row.AggregateId).HasDatabaseName("ix_outbox_aggregate");
        message.HasIndex(row => row.PublishedAt).HasFilter("published_at is not null").HasDatabaseName("ix_outbox_published");
    });
}

/// <summary>A message that a consumer has dealt with, with the trace in which it did.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Consumer { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public string? TraceId { get; init; }

    /// <summary>Notes in the transaction that this queue has dealt with a message; no row comes back when it had before.</summary>
    public static SqlQuery Noting(Guid messageId, string queue, DateTimeOffset at) => new(
        "insert into inbox (message_id, consumer, received_at, trace_id) values ($1, $2, $3, $4::text) on conflict do nothing returning true",
        messageId, queue, at, Activity.Current?.TraceId.ToHexString());

    public static void Map(ModelBuilder model) => model.Entity<InboxMessage>(message =>
    {
        message.ToTable("inbox");
        message.HasKey(row => new { row.MessageId, row.Consumer });
        message.Property(row => row.Consumer).HasMaxLength(100);
        message.Property(row => row.TraceId).HasMaxLength(32);
        message.HasIndex(row => row.ReceivedAt);
    });
}
