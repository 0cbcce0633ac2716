using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>The unit of work of this service.</summary>
public sealed class CasesDb(DbContextOptions<CasesDb> options) : KimDbContext(options)
{
    public DbSet<Case> Cases => Set<Case>();

    public DbSet<InterpreterRequest> InterpreterRequests => Set<InterpreterRequest>();

    public DbSet<StructuralNeed> StructuralNeeds => Set<StructuralNeed>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeNeed> ThemeNeeds => Set<ThemeNeed>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<MeasureProgress> MeasureProgress => Set<MeasureProgress>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralStep> ReferralSteps => Set<ReferralStep>();

    public DbSet<FundingFile> FundingFiles => Set<FundingFile>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    protected override string ScopeFunctions => RowScopes.Functions;

    protected override void Classify(FieldMap fields) => CasesFields.Apply(fields);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CasesDb).Assembly);
    }
}

internal sealed class CasesDbFactory : KimDbFactory<CasesDb>;
