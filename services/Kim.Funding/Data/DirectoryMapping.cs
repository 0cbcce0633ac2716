using Kim.Funding.Domain;
using Kim.Funding.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data;

// The directory names no person and no amount: its tables need no narrower row scope than 'some scope'.

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.Property(row => row.ActorType).HasMaxLength(40);
    }
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipalities");
        builder.HasKey(row => row.Ags);
        builder.Property(row => row.Ags).HasMaxLength(8);
    }
}

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("districts");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.Property(row => row.Position).HasMaxLength(80);
        builder.Property(row => row.Ags).HasJson();
        builder.Property(row => row.Provenance).HasJson();
        builder.HasIndex(row => row.Position);
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

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes");
        builder.HasKey(programme => programme.Key);
        builder.Property(programme => programme.Key).HasMaxLength(80);
        builder.Property(programme => programme.Target).HasJson();
        builder.Property(programme => programme.Components).HasJson();
        builder.Property(programme => programme.Provenance).HasJson();
    }
}
