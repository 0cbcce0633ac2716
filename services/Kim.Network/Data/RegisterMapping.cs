using Kim.Network.Domain;
using Kim.Network.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

// The registers of the profile are public within the house, but for the consultation log: it names who rejected what.

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.Property(row => row.Attitude).HasMaxLength(20);
        builder.Property(row => row.Topic).HasMaxLength(40);
        builder.Property(row => row.Statement).HasMaxLength(600);
        builder.Property(row => row.Voices).IsJson();
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.Position, row.Id });
        builder.HasIndex(row => row.Stakeholders).HasMethod("gin");
        builder.HasRowVersion();
        builder.HasRowScope(
            ThemeMapping.Scope + " or (select kim.has_role('CASE_MANAGER')) or (select kim.has_role('FUNDING_OFFICER')) or (select kim.has_role('DPO'))");
    }
}

internal sealed class NextStepMapping : IEntityTypeConfiguration<NextStep>
{
    public void Configure(EntityTypeBuilder<NextStep> builder)
    {
        builder.ToTable("next_steps");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.Property(row => row.Title).HasMaxLength(600);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.History).IsJson();
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.Position);
        builder.HasRowVersion();
    }
}

internal sealed class StakeholderMapping : IEntityTypeConfiguration<Stakeholder>
{
    public void Configure(EntityTypeBuilder<Stakeholder> builder)
    {
        builder.ToTable("stakeholders");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class ConferenceMapping : IEntityTypeConfiguration<Conference>
{
    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.ToTable("conferences");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.Property(row => row.Speakers).IsJson();
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class GuidingTextMapping : IEntityTypeConfiguration<GuidingText>
{
    public void Configure(EntityTypeBuilder<GuidingText> builder)
    {
        builder.ToTable("texts");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class MediumMapping : IEntityTypeConfiguration<Medium>
{
    public void Configure(EntityTypeBuilder<Medium> builder)
    {
        builder.ToTable("media");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class HilfeplanSourceMapping : IEntityTypeConfiguration<HilfeplanSource>
{
    public void Configure(EntityTypeBuilder<HilfeplanSource> builder)
    {
        builder.ToTable("hilfeplan_sources");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class LegalBasisMapping : IEntityTypeConfiguration<LegalBasis>
{
    public void Configure(EntityTypeBuilder<LegalBasis> builder)
    {
        builder.ToTable("legal_bases");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.Property(row => row.Fundings).IsJson();
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.Property(row => row.Roles).IsJson();
        builder.Property(row => row.UsagePeriods).IsJson();
        builder.Property(row => row.Components).IsJson();
        builder.HasIndex(row => row.Position);
    }
}

internal sealed class DiagramLevelMapping : IEntityTypeConfiguration<DiagramLevel>
{
    public void Configure(EntityTypeBuilder<DiagramLevel> builder)
    {
        builder.ToTable("diagram_levels");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
    }
}

internal sealed class DiagramBoxMapping : IEntityTypeConfiguration<DiagramBox>
{
    public void Configure(EntityTypeBuilder<DiagramBox> builder)
    {
        builder.ToTable("diagram_boxes");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(60);
        builder.HasIndex(row => row.Position);
    }
}
