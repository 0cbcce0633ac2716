using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

internal sealed class StructuralNeedMapping : IEntityTypeConfiguration<StructuralNeed>
{
    public void Configure(EntityTypeBuilder<StructuralNeed> builder)
    {
        builder.ToTable("structural_needs");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Topic).HasMaxLength(30);
        builder.Property(row => row.Rechtskreis).HasMaxLength(20);
        builder.Property(row => row.AgencyType).HasMaxLength(30);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasIndex(row => new { row.CaseId, row.Topic }).IsUnique().HasFilter("state = 'OPEN'").HasDatabaseName("ux_structural_needs_open");
        builder.HasIndex(row => row.CaseId);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasIndex(row => new { row.CaseId, row.SubjectId, row.Kind }).IsUnique();
        builder.HasIndex(row => row.CaseId).HasFilter("read_at is null").HasDatabaseName("ix_notices_unread");
        builder.HasRowScope(RowScopes.OfCase);
    }
}
