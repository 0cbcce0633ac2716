using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Data;

/// <summary>The database of funding: programmes, positions, grants, costs, and the figures of reports.</summary>
public sealed class FundingDb(DbContextOptions<FundingDb> options) : KimDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FundingDb).Assembly);
    }
}

internal sealed class FundingDbFactory : KimDbFactory<FundingDb>;
