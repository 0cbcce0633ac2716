using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    /// <summary>Needs and themes stand behind single cases: only those who work with themes see rows.</summary>
    internal const string Scope = "(select kim.has_role('COORDINATOR')) or (select kim.has_role('OFFICE'))";

    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("themes");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Topic).HasMaxLength(50);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.State).HasMaxLength(30);
        builder.Property(row => row.Rechtskreis).HasMaxLength(20);
        builder.Property(row => row.Influence).HasMaxLength(20);
        builder.Property(row => row.Region).HasMaxLength(8);
        builder.Property(row => row.AgeBand).HasMaxLength(10);
        builder.Property(row => row.ProposedCommittee).HasMaxLength(100);
        builder.Property(row => row.ProposalRule).HasMaxLength(50);
        builder.Ignore(row => row.Visible);
        builder.Ignore(row => row.Closed);
        // The promise behind 'one theme per topic', whatever consumers run at once.
        builder.HasIndex(row => row.Topic).IsUnique()
            .HasFilter("state not in ('WIRKSAM_GEPRUEFT', 'ABGELEHNT')").HasDatabaseName("ux_themes_open_topic");
        builder.HasIndex(row => new { row.CreatedAt, row.Id });
        builder.HasRowVersion();
        builder.HasRowScope(Scope);
    }
}

internal sealed class StructuralNeedMapping : IEntityTypeConfiguration<StructuralNeed>
{
    public void Configure(EntityTypeBuilder<StructuralNeed> builder)
    {
        builder.ToTable("structural_needs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Topic).HasMaxLength(50);
        builder.Property(row => row.Rechtskreis).HasMaxLength(20);
        builder.Property(row => row.AgencyType).HasMaxLength(50);
        builder.HasIndex(row => row.ThemeId).HasFilter("open").HasDatabaseName("ix_structural_needs_theme_open");
        builder.HasRowVersion();
        builder.HasRowScope(ThemeMapping.Scope);
    }
}
