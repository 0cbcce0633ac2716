using Kim.Funding.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(decision => decision.Key);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Staffing);
        builder.Property(decision => decision.Key).HasMaxLength(80);
        builder.Property(decision => decision.Versions).HasJson();
        builder.Property(decision => decision.Provenance).HasJson();
        builder.HasIndex(decision => decision.Id).IsUnique();
        builder.HasIndex(decision => new { decision.DecidedOn, decision.Key });
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("grants");
        builder.HasKey(grant => grant.Id);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Office);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Key).HasMaxLength(80);
        builder.Property(grant => grant.Programme).HasMaxLength(80);
        builder.Property(grant => grant.Facts).HasJson();
        builder.Property(grant => grant.Periods).HasJson();
        builder.Property(grant => grant.Conditions).HasJson();
        builder.Property(grant => grant.Provenance).HasJson();
        builder.Property(grant => grant.Recorded).HasJson();
        builder.HasIndex(grant => grant.Key).IsUnique();
    }
}

internal sealed class CostTypeMapping : IEntityTypeConfiguration<CostType>
{
    public void Configure(EntityTypeBuilder<CostType> builder)
    {
        builder.ToTable("cost_types");
        builder.HasKey(type => type.Code);
        builder.Property(type => type.Code).HasMaxLength(60);
        builder.Property(type => type.Rules).HasJson();
        builder.Property(type => type.Provenance).HasJson();
    }
}

internal sealed class CostMapping : IEntityTypeConfiguration<Cost>
{
    /// <summary>The database's own refusal of a voucher line that is booked twice (TIntG § 9(4)).</summary>
    public const string OneBookingPerLine = "ux_costs_voucher_line";

    public void Configure(EntityTypeBuilder<Cost> builder)
    {
        builder.ToTable("costs");
        builder.HasKey(cost => cost.Id);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Office);
        builder.Property(cost => cost.Id).ValueGeneratedNever();
        builder.Property(cost => cost.Voucher).HasMaxLength(60);
        builder.Property(cost => cost.Type).HasMaxLength(60);
        builder.Property(cost => cost.AmountEur).HasPrecision(14, 2);
        builder.Property(cost => cost.Reasons).HasJson();
        builder.Property(cost => cost.Recorded).HasJson();
        builder.HasIndex(cost => new { cost.Voucher, cost.Line }).IsUnique().HasDatabaseName(OneBookingPerLine)
            .HasFilter("reverses is null and reversed_by is null");
        builder.HasIndex(cost => new { cost.SpentOn, cost.Id });
        builder.HasIndex(cost => cost.ProfileKey).IsUnique();
        builder.HasOne<Grant>().WithMany().HasForeignKey(cost => cost.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Position>().WithMany().HasForeignKey(cost => cost.Position).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CostType>().WithMany().HasForeignKey(cost => cost.Type).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LumpSumMapping : IEntityTypeConfiguration<LumpSum>
{
    public void Configure(EntityTypeBuilder<LumpSum> builder)
    {
        builder.ToTable("lump_sums");
        builder.HasKey(sum => sum.Key);
        builder.Property(sum => sum.Key).HasMaxLength(80);
        builder.Property(sum => sum.Modules).HasJson();
        builder.Property(sum => sum.YearlyEur).HasPrecision(14, 2);
        builder.Property(sum => sum.Provenance).HasJson();
    }
}

internal sealed class ProRatingRuleMapping : IEntityTypeConfiguration<ProRatingRule>
{
    public void Configure(EntityTypeBuilder<ProRatingRule> builder)
    {
        builder.ToTable("pro_rating_rules");
        builder.HasKey(rule => rule.ValidFrom);
        builder.Property(rule => rule.ValidFrom).ValueGeneratedNever();
        builder.Property(rule => rule.Provenance).HasJson();
    }
}

internal sealed class FundingPotMapping : IEntityTypeConfiguration<FundingPot>
{
    public void Configure(EntityTypeBuilder<FundingPot> builder)
    {
        builder.ToTable("funding_pots");
        builder.HasKey(pot => pot.Key);
        builder.Property(pot => pot.Key).HasMaxLength(80);
        builder.Property(pot => pot.Order).HasColumnName("use_order");
        builder.Property(pot => pot.Bears).HasJson();
        builder.Property(pot => pot.Amounts).HasJson();
        builder.Property(pot => pot.Provenance).HasJson();
    }
}

internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.ToTable("settlements");
        builder.HasKey(settlement => settlement.BookingRef);
        builder.HasRowScope(RowScopes.Office);
        builder.Property(settlement => settlement.BookingRef).ValueGeneratedNever();
        builder.Property(settlement => settlement.RateRule).HasMaxLength(80);
        builder.Property(settlement => settlement.TotalEur).HasPrecision(14, 2);
        builder.HasIndex(settlement => new { settlement.SettledOn, settlement.BookingRef });
        builder.HasMany(settlement => settlement.Lines).WithOne().HasForeignKey(line => line.BookingRef);
        builder.Navigation(settlement => settlement.Lines).AutoInclude();
    }
}

internal sealed class PotLineMapping : IEntityTypeConfiguration<PotLine>
{
    public void Configure(EntityTypeBuilder<PotLine> builder)
    {
        builder.ToTable("settlement_lines");
        builder.HasKey(line => new { line.BookingRef, line.Version, line.Number });
        builder.HasRowScope(RowScopes.Office);
        builder.Property(line => line.Pot).HasMaxLength(80);
        builder.Property(line => line.Kind).HasMaxLength(40);
        builder.Property(line => line.AmountEur).HasPrecision(14, 2);
        builder.Property(line => line.Flag).HasMaxLength(40);
        builder.HasIndex(line => new { line.SettledOn, line.Pot });
    }
}
