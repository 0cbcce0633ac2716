using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data.Reports;

/// <summary>An event as it was received. The journal only grows: all figures of reports can be computed from it again.</summary>
public sealed class JournalEntry
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Wire name of the event.</summary>
    public required string WireName { get; init; }

    /// <summary>The aggregate, under the reference that funding knows.</summary>
    public required Guid Aggregate { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long Version { get; init; }

    /// <summary>SHA-256 of the body: the same event twice is one entry.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The event.</summary>
    public required string Body { get; init; }

    /// <summary>When it came. No figure depends on it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("report_journal");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Body).HasColumnType("jsonb");
        builder.HasIndex(entry => new { entry.Aggregate, entry.WireName, entry.Version, entry.BodyHash }).IsUnique();
        // Nobody reads events through the API; consumers and the replay act under the system scope.
        builder.HasRowScope("false");
    }
}
