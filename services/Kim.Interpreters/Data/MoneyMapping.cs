using Kim.Interpreters.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Interpreters.Data;

internal sealed class RateRuleMapping : IEntityTypeConfiguration<RateRule>
{
    public void Configure(EntityTypeBuilder<RateRule> builder)
    {
        builder.ToTable("rate_rules");
        builder.HasKey(rule => new { rule.Key, rule.ValidFrom });
        builder.Property(rule => rule.Key).HasMaxLength(80);
        builder.Property(rule => rule.Levels).HasJson();
        builder.Property(rule => rule.Modes).HasJson();
        builder.Property(rule => rule.Terms).HasJson();
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
    }
}

internal sealed class PotYearMapping : IEntityTypeConfiguration<PotYear>
{
    public void Configure(EntityTypeBuilder<PotYear> builder)
    {
        builder.ToTable("pot_years", table => table.HasCheckConstraint(
            "ck_pot_years_not_overspent", "charged_eur >= 0 and charged_eur <= amount_eur"));
        builder.HasKey(year => new { year.Pot, year.Year });
        builder.HasRowVersion();
        builder.Property(year => year.Pot).HasMaxLength(80);
        builder.Property(year => year.AmountEur).HasPrecision(14, 2);
        builder.Property(year => year.ChargedEur).HasPrecision(14, 2);
        builder.Ignore(year => year.RemainingEur);
        builder.HasOne<FundingPot>().WithMany().HasForeignKey(year => year.Pot).OnDelete(DeleteBehavior.Restrict);
    }
}
