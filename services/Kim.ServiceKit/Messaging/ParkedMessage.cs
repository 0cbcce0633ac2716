using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// A message that could not be dealt with and waits for a decision of ops. It keeps no text of an exception, which may quote data.
/// Its body is pseudonymous like every event's; it goes as soon as the message is re-driven or discarded.
/// </summary>
internal sealed class ParkedMessage
{
    public required Guid Id { get; init; }

    /// <summary>Id on the wire; empty when the sender gave none that the inbox understands.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The queue that it came from and goes back to.</summary>
    public required string Queue { get; init; }

    /// <summary>Wire name of the queue's event, or <c>unknown</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A code of <see cref="ParkedCause"/>.</summary>
    public required string Cause { get; init; }

    public string? ExceptionType { get; init; }

    /// <summary>How often it was tried, all re-drives counted.</summary>
    public required int Attempts { get; init; }

    public required int Redrives { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    public string? TraceParent { get; init; }

    public required byte[] Body { get; set; }

    public required int BodyBytes { get; init; }

    /// <summary>A code of <see cref="ParkedState"/>.</summary>
    public required string State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? Reason { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<ParkedMessage>(message =>
    {
        message.ToTable("parked_messages");
        message.HasKey(row => row.Id);
        message.Property(row => row.Id).ValueGeneratedNever();
        message.Property(row => row.Queue).HasMaxLength(100);
        message.Property(row => row.Type).HasMaxLength(100);
        message.Property(row => row.Cause).HasMaxLength(30);
        message.Property(row => row.ExceptionType).HasMaxLength(200);
        message.Property(row => row.TraceParent).HasMaxLength(60);
        message.Property(row => row.State).HasMaxLength(20);
        message.Property(row => row.Reason).HasMaxLength(300);
        message.HasIndex(row => new { row.Queue, row.MessageId }).IsUnique();
        message.HasIndex(row => new { row.State, row.Id });
        message.HasRowScope("(select kim.has_role('OPS'))");
    });
}

/// <summary>Why a message is parked.</summary>
internal static class ParkedCause
{
    /// <summary>Its consumer failed at every try.</summary>
    public const string Failed = "FAILED";

    /// <summary>Its body is no such event.</summary>
    public const string Unreadable = "UNREADABLE";

    /// <summary>No consumer of the queue took it.</summary>
    public const string NotConsumed = "NOT_CONSUMED";

    /// <summary>It was handed out and never answered for, again and again: it takes its consumer's process down.</summary>
    public const string DeliveryLimit = "DELIVERY_LIMIT";
}

/// <summary>What has become of a parked message.</summary>
internal static class ParkedState
{
    /// <summary>It waits for a decision.</summary>
    public const string Parked = "PARKED";

    /// <summary>Its re-drive is decided; it goes back to its queue as soon as the broker takes it.</summary>
    public const string Redriving = "REDRIVING";

    /// <summary>The broker has it again.</summary>
    public const string Redriven = "REDRIVEN";

    /// <summary>It was given up, with a reason.</summary>
    public const string Discarded = "DISCARDED";
}
