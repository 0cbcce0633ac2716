using Kim.Cases.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Title, row.Id });
    }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("themes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasMaxLength(30);
    }
}

internal sealed class ThemeNeedMapping : IEntityTypeConfiguration<ThemeNeed>
{
    public void Configure(EntityTypeBuilder<ThemeNeed> builder)
    {
        builder.ToTable("theme_needs");
        builder.HasKey(row => new { row.ThemeId, row.NeedId });
        builder.HasIndex(row => row.NeedId);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(row => row.ResolutionId);
        builder.Property(row => row.ResolutionId).ValueGeneratedNever();
        builder.Property(row => row.TraceId).HasMaxLength(32);
        builder.HasIndex(row => row.ThemeId);
        builder.HasIndex(row => row.NeedIds).HasMethod("gin");
    }
}

internal sealed class MeasureProgressMapping : IEntityTypeConfiguration<MeasureProgress>
{
    public void Configure(EntityTypeBuilder<MeasureProgress> builder)
    {
        builder.ToTable("measure_progress");
        builder.HasKey(row => row.MeasureId);
        builder.Property(row => row.MeasureId).ValueGeneratedNever();
        builder.HasIndex(row => row.ResolutionId);
    }
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipalities");
        builder.HasKey(row => row.Ags);
        builder.Property(row => row.Ags).HasMaxLength(8);
    }
}
