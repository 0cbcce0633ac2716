using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("resolutions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(120);
        builder.Property(row => row.Committee).HasMaxLength(100);
        builder.Property(row => row.CommitteeName).HasMaxLength(300);
        builder.Property(row => row.Decision).HasMaxLength(30);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Reason).HasMaxLength(2000);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.AdoptedOn, row.Id });
        builder.HasIndex(row => new { row.Committee, row.AdoptedOn, row.Id });
        builder.HasIndex(row => row.ThemeId);
        builder.HasRowVersion();
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ResolutionNumber).HasMaxLength(120);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Owner).HasMaxLength(100);
        builder.Property(row => row.OwnerName).HasMaxLength(300);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Outcome).HasMaxLength(2000);
        builder.HasIndex(row => new { row.DueOn, row.Id });
        builder.HasIndex(row => new { row.State, row.DueOn, row.Id });
        builder.HasIndex(row => row.ThemeId);
        builder.HasRowVersion();
    }
}

/// <summary>The last number given to a committee in a year.</summary>
internal sealed class ResolutionCounter
{
    public required string Committee { get; init; }

    public int Year { get; init; }

    public int Last { get; init; }
}

internal sealed class ResolutionCounterMapping : IEntityTypeConfiguration<ResolutionCounter>
{
    public void Configure(EntityTypeBuilder<ResolutionCounter> builder)
    {
        builder.ToTable("resolution_counters");
        builder.HasKey(row => new { row.Committee, row.Year });
        builder.Property(row => row.Committee).HasMaxLength(100);
    }
}
