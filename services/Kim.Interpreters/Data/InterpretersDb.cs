using Kim.Interpreters.Domain;
using Kim.Interpreters.Reference;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Interpreters.Data;

/// <summary>The database of the interpreter pool.</summary>
public sealed class InterpretersDb(DbContextOptions<InterpretersDb> options) : KimDbContext(options)
{
    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Cancellation> Cancellations => Set<Cancellation>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<Interpreter> Interpreters => Set<Interpreter>();

    public DbSet<RateRule> RateRules => Set<RateRule>();

    public DbSet<FundingPot> FundingPots => Set<FundingPot>();

    public DbSet<PotYear> PotYears => Set<PotYear>();

    public DbSet<PoolRulePeriod> PoolRules => Set<PoolRulePeriod>();

    public DbSet<Language> Languages => Set<Language>();

    public DbSet<Place> Places => Set<Place>();

    protected override void Classify(FieldMap fields) => InterpretersFields.Apply(fields);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasPostgresExtension("btree_gist");
        model.ApplyConfigurationsFromAssembly(typeof(InterpretersDb).Assembly);
    }
}

internal sealed class InterpretersDbFactory : KimDbFactory<InterpretersDb>;
