using Kim.Naturalisation.Domain.Procedure;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Naturalisation.Data;

/// <summary>Who sees which rows: the second fence under the policies. Persons are the officers' business alone.</summary>
internal static class RowScopes
{
    private const string Restricted = "(select kim.has_role('DPO'))";

    public const string Officers = "(select kim.has_role('NATURALISATION_OFFICER'))";

    /// <summary>A restricted file (Art. 18 DSGVO) is the data protection officer's alone.</summary>
    public const string Referrals = "(restricted_until is null and " + Officers + ") or (restricted_until is not null and " + Restricted + ")";

    /// <summary>What hangs on a referral is seen with it: the inner query stands under the policy of referrals itself.</summary>
    public const string OfReferral = "exists (select 1 from referrals referral where referral.id = referral_id)";

    /// <summary>Judgements are seen with their check.</summary>
    public const string OfCheck = "exists (select 1 from checks found where found.id = check_id)";
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Referrals);
        builder.Property(referral => referral.Id).ValueGeneratedNever();
        builder.Property(referral => referral.State).HasMaxLength(20);
        builder.Property(referral => referral.Route).HasMaxLength(20);
        builder.Property(referral => referral.RestrictionDuty).HasMaxLength(30);
        foreach (var derived in new[] { nameof(Referral.ConsentWithdrawn), nameof(Referral.IsDecided), nameof(Referral.IsOpen), nameof(Referral.Allowed) })
            builder.Ignore(derived);
        builder.OwnsOne(referral => referral.Decision, Decision);
        builder.OwnsOne(referral => referral.LastCheck, Check);
        builder.HasIndex(referral => new { referral.ReferredOn, referral.Id });
        builder.HasIndex(referral => referral.RestrictedUntil).HasFilter("restricted_until is not null");
        builder.HasIndex(referral => new { referral.State, referral.ReferredOn, referral.Id });
    }

    private static void Decision(OwnedNavigationBuilder<Referral, Decision> decision)
    {
        decision.Property(d => d.Outcome).HasColumnName("decision_outcome").HasMaxLength(20);
        decision.Property(d => d.DecidedOn).HasColumnName("decided_on");
        decision.Property(d => d.Reason).HasColumnName("decision_reason").HasMaxLength(2000);
        decision.Property(d => d.InterviewOn).HasColumnName("interview_on");
        decision.Property(d => d.InterviewWaiver).HasColumnName("interview_waiver").HasMaxLength(500);
        decision.Property(d => d.CheckId).HasColumnName("decision_check_id");
        decision.Property(d => d.FeeEur).HasColumnName("fee_eur").HasPrecision(10, 2);
        decision.Property(d => d.FeeRule).HasColumnName("fee_rule").HasMaxLength(40);
    }

    private static void Check(OwnedNavigationBuilder<Referral, LastCheck> check)
    {
        check.Property(c => c.CheckId).HasColumnName("last_check_id");
        check.Property(c => c.DecisionOn).HasColumnName("last_decision_on");
        check.Property(c => c.RuleSet).HasColumnName("last_rule_set").HasMaxLength(10);
        check.Property(c => c.Revision).HasColumnName("last_revision");
        check.Property(c => c.Overall).HasColumnName("last_overall").HasMaxLength(10);
        check.Property(c => c.FirstPossibleOn).HasColumnName("last_first_possible_on");
    }
}

internal sealed class BarEntryMapping : IEntityTypeConfiguration<BarEntry>
{
    public void Configure(EntityTypeBuilder<BarEntry> builder)
    {
        builder.ToTable("bar_entries");
        builder.HasRowScope(RowScopes.OfReferral);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(20);
        builder.HasOne<Referral>().WithMany().HasForeignKey(entry => entry.ReferralId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => entry.ReferralId);
    }
}
