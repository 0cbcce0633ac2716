using Kim.Network.Domain;
using Kim.Network.Reference;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Data;

/// <summary>The network's tables: the directory of the profile, and needs, themes, meetings, resolutions and measures.</summary>
internal sealed class NetworkDb(DbContextOptions<NetworkDb> options) : KimDbContext(options)
{
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<FieldOfAction> FieldsOfAction => Set<FieldOfAction>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Committee> Committees => Set<Committee>();

    public DbSet<LegendMarker> LegendMarkers => Set<LegendMarker>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<KimModule> Modules => Set<KimModule>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Stakeholder> Stakeholders => Set<Stakeholder>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<NextStep> NextSteps => Set<NextStep>();

    public DbSet<Conference> Conferences => Set<Conference>();

    public DbSet<GuidingText> Texts => Set<GuidingText>();

    public DbSet<Medium> Media => Set<Medium>();

    public DbSet<HilfeplanSource> HilfeplanSources => Set<HilfeplanSource>();

    public DbSet<LegalBasis> LegalBases => Set<LegalBasis>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<DiagramLevel> DiagramLevels => Set<DiagramLevel>();

    public DbSet<DiagramBox> DiagramBoxes => Set<DiagramBox>();

    public DbSet<StructuralNeed> Needs => Set<StructuralNeed>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeRelease> ThemeReleases => Set<ThemeRelease>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<ReleasedReport> ReleasedReports => Set<ReleasedReport>();

    protected override void Classify(FieldMap fields) => NetworkFields.Apply(fields);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NetworkDb).Assembly);
    }
}

internal sealed class NetworkDbFactory : KimDbFactory<NetworkDb>;
