using Kim.Naturalisation.Domain.Procedure;
using Kim.Naturalisation.Reference;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Naturalisation.Data;

/// <summary>The database of naturalisation: referrals, checks, procedures, and the dated rules of the StAG.</summary>
public sealed class NaturalisationDb(DbContextOptions<NaturalisationDb> options) : KimDbContext(options)
{
    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<FactsSnapshot> Snapshots => Set<FactsSnapshot>();

    public DbSet<EligibilityCheck> Checks => Set<EligibilityCheck>();

    public DbSet<BarEntry> BarEntries => Set<BarEntry>();

    public DbSet<RuleSetRow> RuleSets => Set<RuleSetRow>();

    public DbSet<LawDocumentRow> LawDocuments => Set<LawDocumentRow>();

    protected override void Classify(FieldMap fields) => NaturalisationFields.Apply(fields);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NaturalisationDb).Assembly);
    }
}

internal sealed class NaturalisationDbFactory : KimDbFactory<NaturalisationDb>;
