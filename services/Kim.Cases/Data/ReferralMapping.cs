using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("naturalisation_referrals");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasOne<Consent>().WithMany().HasForeignKey(row => row.ConsentId);
        builder.HasIndex(row => row.ConsentId).HasFilter("consent_ended_at is null").HasDatabaseName("ix_naturalisation_referrals_running");
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class ReferralDoorMapping : IEntityTypeConfiguration<ReferralDoor>
{
    public void Configure(EntityTypeBuilder<ReferralDoor> builder)
    {
        builder.ToTable("referral_doors");
        builder.HasKey(row => row.ReferralId);
        builder.Property(row => row.ReferralId).ValueGeneratedNever();
        builder.HasOne<Referral>().WithOne().HasForeignKey<ReferralDoor>(row => row.ReferralId);
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasRowScope(RowScopes.Door);
    }
}

internal sealed class ReferralStepMapping : IEntityTypeConfiguration<ReferralStep>
{
    public void Configure(EntityTypeBuilder<ReferralStep> builder)
    {
        builder.ToTable("naturalisation_steps");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.Route).HasMaxLength(20);
        builder.Property(row => row.Outcome).HasMaxLength(20);
        builder.HasIndex(row => new { row.ReferralId, row.Kind, row.Version }).IsUnique();
        builder.HasRowScope(RowScopes.OfReferral);
    }
}

internal sealed class FundingFileMapping : IEntityTypeConfiguration<FundingFile>
{
    public void Configure(EntityTypeBuilder<FundingFile> builder)
    {
        builder.ToTable("funding_files");
        builder.HasKey(row => row.CaseId);
        builder.Property(row => row.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithOne().HasForeignKey<FundingFile>(row => row.CaseId);
        builder.HasIndex(row => row.Reference).IsUnique();
        builder.HasRowScope(RowScopes.OfCase);
    }
}
