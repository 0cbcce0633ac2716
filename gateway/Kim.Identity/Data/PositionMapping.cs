using Kim.Identity.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Identity.Data;

internal sealed class StandingMapping : IEntityTypeConfiguration<Standing>
{
    // The migration takes over what the accounts had before. The owner is fenced too, so it names its scope for this transaction.
    public const string TakeOverSql = """
        select set_config('kim.scope', 'system', true);
        insert into standings (account_id, own_roles, own_position) select id, roles, position from accounts on conflict do nothing;
        """;

    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.ToTable("standings");
        builder.HasKey(row => row.AccountId);
        builder.Property(row => row.AccountId).ValueGeneratedNever();
        builder.Property(row => row.OwnPosition).HasMaxLength(100);
        builder.Property(row => row.Module).HasMaxLength(20);
        builder.Property(row => row.Fachaufsicht).HasMaxLength(100);
        builder.HasRowScope("account_id = (select kim.account()) or (select kim.has_role('OPS')) or (select kim.has_role('DPO'))");
    }
}

internal sealed class OccupancyFactMapping : IEntityTypeConfiguration<OccupancyFact>
{
    public void Configure(EntityTypeBuilder<OccupancyFact> builder)
    {
        builder.ToTable("occupancy_facts");
        builder.HasKey(row => new { row.Position, row.Version, row.Vacated });
        builder.Property(row => row.Position).HasMaxLength(100);
        builder.Property(row => row.Module).HasMaxLength(20);
        builder.Property(row => row.Fachaufsicht).HasMaxLength(100);
        builder.HasIndex(row => row.AccountId);
        builder.HasRowScope("(select kim.has_role('OPS'))");
    }
}
