using Kim.Identity.Domain;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Data;

/// <summary>
/// Identity's database: users, sessions, keys and OpenIddict's tables beside the kit's. An account, its row in the kit's
/// <c>accounts</c> and its event change in one transaction.
/// </summary>
public class IdentityDb : KimDbContext
{
    /// <summary>Of a request, fenced by the rights of its actor.</summary>
    public IdentityDb(DbContextOptions<IdentityDb> options) : base(options)
    {
    }

    private protected IdentityDb(DbContextOptions options) : base(options)
    {
    }

    /// <summary>How people sign in.</summary>
    public DbSet<KimUser> Users => Set<KimUser>();

    /// <summary>Who is signed in.</summary>
    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    /// <summary>What happened at sign-ins.</summary>
    public DbSet<SignInRecord> SignInRecords => Set<SignInRecord>();

    /// <summary>What accounts have of their own.</summary>
    public DbSet<Standing> Standings => Set<Standing>();

    /// <summary>What funding said of positions.</summary>
    public DbSet<OccupancyFact> OccupancyFacts => Set<OccupancyFact>();

    internal DbSet<StoredKey> Keys => Set<StoredKey>();

    internal DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void Classify(FieldMap fields) => IdentityFields.Apply(fields);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
        OpenIdMapping.Apply(modelBuilder);
    }
}

/// <summary>For <c>dotnet ef</c>.</summary>
internal sealed class IdentityDbFactory : KimDbFactory<IdentityDb>;
