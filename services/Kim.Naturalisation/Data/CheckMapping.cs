using Kim.Naturalisation.Domain.Procedure;
using Kim.Naturalisation.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Naturalisation.Data;

/// <summary>Field class: special category. Birth date, nationalities and residence history, as disclosed under the consent.</summary>
internal sealed class FactsSnapshotMapping : IEntityTypeConfiguration<FactsSnapshot>
{
    public void Configure(EntityTypeBuilder<FactsSnapshot> builder)
    {
        builder.ToTable("facts_snapshots");
        builder.HasRowScope(RowScopes.OfReferral);
        builder.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.Disclosure).HasJson();
        builder.HasOne<Referral>().WithMany().HasForeignKey(snapshot => snapshot.ReferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(snapshot => new { snapshot.ReferralId, snapshot.Id });
    }
}

/// <summary>Field class: special category. Facts, verdicts and judgements on a person.</summary>
internal sealed class EligibilityCheckMapping : IEntityTypeConfiguration<EligibilityCheck>
{
    public void Configure(EntityTypeBuilder<EligibilityCheck> builder)
    {
        builder.ToTable("checks");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.OfReferral);
        builder.Property(check => check.Id).ValueGeneratedNever();
        builder.Property(check => check.Kind).HasMaxLength(20);
        builder.Property(check => check.Effective).HasMaxLength(10);
        builder.Property(check => check.Facts).HasJson();
        builder.Property(check => check.Result).HasJson();
        builder.Ignore(check => check.Open);
        builder.HasMany(check => check.Overrulings).WithOne().HasForeignKey(overruling => overruling.CheckId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(check => check.Overrulings).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Referral>().WithMany().HasForeignKey(check => check.ReferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(check => new { check.ReferralId, check.Id });
    }
}

internal sealed class OverrulingMapping : IEntityTypeConfiguration<Overruling>
{
    public void Configure(EntityTypeBuilder<Overruling> builder)
    {
        builder.ToTable("overrulings");
        builder.HasRowScope(RowScopes.OfCheck);
        builder.Property(overruling => overruling.Id).ValueGeneratedNever();
        builder.Property(overruling => overruling.Requirement).HasMaxLength(10);
        builder.Property(overruling => overruling.MachineOutcome).HasMaxLength(10);
        builder.Property(overruling => overruling.Outcome).HasMaxLength(10);
        builder.Property(overruling => overruling.Reason).HasMaxLength(2000);
        builder.HasIndex(overruling => new { overruling.CheckId, overruling.Id });
    }
}

internal sealed class RuleSetMapping : IEntityTypeConfiguration<RuleSetRow>
{
    public void Configure(EntityTypeBuilder<RuleSetRow> builder)
    {
        builder.ToTable("rule_sets");
        builder.HasKey(row => new { row.Key, row.Revision });
        builder.Property(row => row.Key).HasMaxLength(10);
        builder.Property(row => row.Revision).ValueGeneratedNever();
        builder.Property(row => row.Rules).HasJson();
        builder.HasIndex(row => row.Key).IsUnique().HasFilter("superseded_at is null");
        builder.HasIndex(row => row.ValidFrom);
    }
}

internal sealed class LawDocumentMapping : IEntityTypeConfiguration<LawDocumentRow>
{
    public void Configure(EntityTypeBuilder<LawDocumentRow> builder)
    {
        builder.ToTable("law_documents");
        builder.HasKey(row => row.Revision);
        builder.Property(row => row.Revision).ValueGeneratedNever();
        builder.Property(row => row.Document).HasJson();
    }
}
