using Kim.Network.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

// The directory is public within the house: its tables need no narrower row scope than 'some scope'.

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipalities");
        builder.HasKey(row => row.Ags);
        builder.Property(row => row.Ags).HasMaxLength(8);
        builder.Property(row => row.Name).HasMaxLength(200);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.Property(row => row.Names).IsJson();
        builder.HasIndex(row => new { row.Name, row.Key });
    }
}

internal sealed class FieldOfActionMapping : IEntityTypeConfiguration<FieldOfAction>
{
    public void Configure(EntityTypeBuilder<FieldOfAction> builder)
    {
        builder.ToTable("fields_of_action");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Tags).IsJson();
        builder.Property(row => row.Contents).IsJson();
    }
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.Title, row.Key });
        builder.HasIndex(row => row.Topics).HasMethod("gin");
        builder.HasRowVersion();
    }
}

internal sealed class CommitteeMapping : IEntityTypeConfiguration<Committee>
{
    public void Configure(EntityTypeBuilder<Committee> builder)
    {
        builder.ToTable("committees");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.HasIndex(row => new { row.Name, row.Key });
        builder.Property(row => row.SeatGroups).IsJson();
        builder.Property(row => row.AgeBand).IsJson();
    }
}

internal sealed class LegendMarkerMapping : IEntityTypeConfiguration<LegendMarker>
{
    public void Configure(EntityTypeBuilder<LegendMarker> builder)
    {
        builder.ToTable("legend_markers");
        builder.HasKey(row => row.Marker);
        builder.Property(row => row.Marker).HasMaxLength(4);
    }
}

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("districts");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
    }
}

internal sealed class KimModuleMapping : IEntityTypeConfiguration<KimModule>
{
    public void Configure(EntityTypeBuilder<KimModule> builder)
    {
        builder.ToTable("kim_modules");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.MaxOutsideKi).IsJson();
        builder.Property(row => row.Quotas).IsJson();
    }
}

internal sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Fte).HasPrecision(6, 3);
    }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
    }
}
