using Kim.Funding.Domain;
using Kim.Funding.Reference;
using Kim.ServiceKit.Data;
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

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FundingDb).Assembly);
    }
}

internal sealed class FundingDbFactory : KimDbFactory<FundingDb>;
