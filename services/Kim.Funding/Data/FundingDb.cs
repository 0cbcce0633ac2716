using Kim.Funding.Domain;
using Kim.Funding.Reference;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Data;

/// <summary>The database of funding: programmes, positions, grants, costs, and the figures of reports.</summary>
public sealed class FundingDb(DbContextOptions<FundingDb> options) : KimDbContext(options)
{
    // Directory of the profile
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<Setting> Settings => Set<Setting>();

    // Staffing
    public DbSet<KimModule> Modules => Set<KimModule>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<Occupancy> Occupancies => Set<Occupancy>();

    public DbSet<Decision> Decisions => Set<Decision>();

    // Money
    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<CostType> CostTypes => Set<CostType>();

    public DbSet<Cost> Costs => Set<Cost>();

    public DbSet<LumpSum> LumpSums => Set<LumpSum>();

    public DbSet<ProRatingRule> ProRatingRules => Set<ProRatingRule>();

    public DbSet<FundingPot> FundingPots => Set<FundingPot>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    protected override void Classify(FieldMap fields) => FundingFields.Apply(fields);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FundingDb).Assembly);
    }
}

internal sealed class FundingDbFactory : KimDbFactory<FundingDb>;
