using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Naturalisation.Data;

/// <summary>The database of naturalisation: referrals, checks, procedures, and the dated rules of the StAG.</summary>
public sealed class NaturalisationDb(DbContextOptions<NaturalisationDb> options) : KimDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NaturalisationDb).Assembly);
    }
}

internal sealed class NaturalisationDbFactory : KimDbFactory<NaturalisationDb>;
