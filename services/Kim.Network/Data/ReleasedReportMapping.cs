using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

internal sealed class ReleasedReportMapping : IEntityTypeConfiguration<ReleasedReport>
{
    public void Configure(EntityTypeBuilder<ReleasedReport> builder)
    {
        builder.ToTable("released_reports");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Sha256).HasMaxLength(64);
        builder.HasIndex(row => new { row.ReleasedOn, row.Id });
        builder.HasRowScope("(select kim.has_role('OFFICE')) or (select kim.has_role('COORDINATOR'))");
    }
}
