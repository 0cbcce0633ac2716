using Kim.Funding.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data;

internal sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions");
        builder.HasKey(position => position.Key);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Staffing);
        builder.Property(position => position.Key).HasMaxLength(80);
        builder.Property(position => position.Module).HasMaxLength(20);
        builder.Property(position => position.Vzae).HasPrecision(6, 2);
        builder.Property(position => position.Programmes).HasJson();
        builder.Property(position => position.Provenance).HasJson();
        builder.HasIndex(position => position.Id).IsUnique();
        builder.HasMany(position => position.Attributes).WithOne().HasForeignKey(version => version.Position).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PositionAttributesMapping : IEntityTypeConfiguration<PositionAttributes>
{
    public void Configure(EntityTypeBuilder<PositionAttributes> builder)
    {
        builder.ToTable("position_attributes");
        builder.HasKey(version => version.Id);
        builder.HasRowScope(RowScopes.Staffing);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.Employer).HasMaxLength(80);
        builder.Property(version => version.Fachaufsicht).HasMaxLength(80);
        builder.Property(version => version.DecisionKey).HasMaxLength(80);
        builder.Property(version => version.RegionServed).HasJson();
        builder.Property(version => version.Recorded).HasJson();
        builder.Property(version => version.Superseded).HasJson();
        builder.HasIndex(version => new { version.Position, version.ValidFrom });
    }
}

internal sealed class OccupancyMapping : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("occupancies");
        builder.HasKey(occupancy => occupancy.Id);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Staffing);
        builder.Property(occupancy => occupancy.Id).ValueGeneratedNever();
        builder.Property(occupancy => occupancy.Position).HasMaxLength(80);
        builder.Property(occupancy => occupancy.ProfileKey).HasMaxLength(80);
        builder.Property(occupancy => occupancy.Vzae).HasPrecision(6, 2);
        builder.Property(occupancy => occupancy.From).HasColumnName("valid_from");
        builder.Property(occupancy => occupancy.Until).HasColumnName("valid_until");
        builder.Property(occupancy => occupancy.EmploymentType).HasMaxLength(20);
        builder.Property(occupancy => occupancy.Provenance).HasJson();
        builder.Property(occupancy => occupancy.Recorded).HasJson();
        builder.Property(occupancy => occupancy.Corrected).HasJson();
        builder.HasIndex(occupancy => new { occupancy.Position, occupancy.From });
        builder.HasIndex(occupancy => occupancy.ProfileKey).IsUnique();
        builder.HasOne<Position>().WithMany().HasForeignKey(occupancy => occupancy.Position).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KimModuleMapping : IEntityTypeConfiguration<KimModule>
{
    public void Configure(EntityTypeBuilder<KimModule> builder)
    {
        builder.ToTable("kim_modules");
        builder.HasKey(module => module.Key);
        builder.Property(module => module.Key).HasMaxLength(20);
        builder.Property(module => module.Synonyms).HasJson();
        builder.Property(module => module.AllowedEmployers).HasJson();
        builder.Property(module => module.MaxOutsideKi).HasJson();
        builder.Property(module => module.Provenance).HasJson();
        builder.HasMany(module => module.Quotas).WithOne().HasForeignKey(quota => quota.Module);
        builder.Navigation(module => module.Quotas).AutoInclude();
    }
}

internal sealed class ModuleQuotaMapping : IEntityTypeConfiguration<ModuleQuota>
{
    public void Configure(EntityTypeBuilder<ModuleQuota> builder)
    {
        builder.ToTable("module_quotas");
        builder.HasKey(quota => new { quota.Module, quota.ValidFrom });
        builder.Property(quota => quota.Module).HasMaxLength(20);
        builder.Property(quota => quota.Vzae).HasPrecision(6, 2);
        builder.Property(quota => quota.Provenance).HasJson();
    }
}
