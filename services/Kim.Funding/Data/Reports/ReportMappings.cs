using Kim.Funding.Domain.Reports;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data.Reports;

/// <summary>Who sees which rows of reports: the second fence under the policies.</summary>
internal static class ReportScopes
{
    /// <summary>What the figures are computed from.</summary>
    public const string Office = "(select kim.has_role('FUNDING_OFFICER'))";

    /// <summary>Whoever makes or reads reports inside the house.</summary>
    public const string Staff = $"{Office} or (select kim.has_role('COORDINATOR'))";

    /// <summary>The funder's own account, or its program.</summary>
    public const string Funder = "((select kim.has_role('FUNDER')) or (select kim.has_role('scope:funding:reports')))";
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        builder.HasKey(report => report.Id);
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.From).HasColumnName("period_from");
        builder.Property(report => report.Until).HasColumnName("period_until");
        builder.Property(report => report.State).HasMaxLength(20);
        builder.Ignore(report => report.Period).Ignore(report => report.Newest).Ignore(report => report.NextVersion);
        builder.HasMany(report => report.Versions).WithOne().HasForeignKey(version => version.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(report => report.Versions).HasField("_versions").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(report => new { report.From, report.Until }).IsUnique();
        builder.HasRowVersion();
        builder.HasRowScope($"{ReportScopes.Staff} or (released_version is not null and {ReportScopes.Funder})");
    }
}

internal sealed class ReportVersionMapping : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("report_versions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.State).HasMaxLength(20);
        builder.Property(version => version.Reason).HasMaxLength(500);
        builder.Property(version => version.Sha256).HasMaxLength(64);
        builder.Property(version => version.Findings).HasJson();
        builder.HasOne(version => version.Figures).WithOne().HasForeignKey<ReportFigures>(figures => figures.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
        builder.HasRowVersion();
        builder.HasRowScope($"{ReportScopes.Staff} or (state = 'RELEASED' and {ReportScopes.Funder})");
    }
}

internal sealed class ReportFiguresMapping : IEntityTypeConfiguration<ReportFigures>
{
    public void Configure(EntityTypeBuilder<ReportFigures> builder)
    {
        builder.ToTable("report_figures");
        builder.HasKey(figures => figures.VersionId);
        builder.Property(figures => figures.VersionId).ValueGeneratedNever();
        builder.Property(figures => figures.Content).HasJson();
        builder.Property(figures => figures.Hidden).HasJson();
        builder.HasRowScope(ReportScopes.Office);
    }
}
