using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

/// <summary>The case aggregate: one table for the case, one for each kind of thing that hangs on it.</summary>
internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(20);
        builder.ComplexProperty(row => row.Person, person =>
        {
            person.Property(row => row.GivenNames).HasColumnName("given_names");
            person.Property(row => row.FamilyName).HasColumnName("family_name");
            person.Property(row => row.BirthDate).HasColumnName("birth_date");
            person.Property(row => row.Sex).HasColumnName("sex").HasMaxLength(10);
            person.Property(row => row.Languages).HasColumnName("languages");
            person.Ignore(row => row.SearchText);
        });
        builder.Property(row => row.Ags).HasMaxLength(8);
        builder.Property(row => row.AccessPath).HasMaxLength(30);
        builder.Property(row => row.Phase).HasMaxLength(20);
        builder.Property(row => row.ClosureReason).HasMaxLength(30);
        builder.Property(row => row.RestrictionDuty).HasMaxLength(30);
        builder.HasIndex(row => row.EraseOn).HasFilter("erase_on is not null");
        builder.Property(row => row.Version);
        builder.PrimitiveCollection(row => row.IndicationCriteria);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.ResponsibleId, row.OpenedAt, row.Id }).IsDescending(false, true, true);
        builder.HasIndex(row => new { row.OpenedAt, row.Id }).IsDescending();
        builder.HasIndex(row => row.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
        MapParts(builder);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Case);
    }

    private static void MapParts(EntityTypeBuilder<Case> builder)
    {
        builder.HasMany(row => row.Consents).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.Ratings).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.Needs).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.Goals).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.ResidencePeriods).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.Nationalities).WithOne().HasForeignKey(part => part.CaseId);
        builder.HasMany(row => row.PhaseChanges).WithOne().HasForeignKey(part => part.CaseId);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.RecipientType).HasMaxLength(30);
        builder.Property(row => row.Direction).HasMaxLength(10);
        builder.Property(row => row.Form).HasMaxLength(20);
        builder.Property(row => row.LanguageOfExplanation).HasMaxLength(3);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class DomainRatingMapping : IEntityTypeConfiguration<DomainRating>
{
    public void Configure(EntityTypeBuilder<DomainRating> builder)
    {
        builder.ToTable("domain_ratings");
        builder.HasKey(row => new { row.CaseId, row.Domain });
        builder.Property(row => row.Domain).HasMaxLength(40);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class CaseNeedMapping : IEntityTypeConfiguration<CaseNeed>
{
    public void Configure(EntityTypeBuilder<CaseNeed> builder)
    {
        builder.ToTable("case_needs");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Domain).HasMaxLength(40);
        builder.Property(row => row.Topic).HasMaxLength(30);
        builder.Property(row => row.Rechtskreis).HasMaxLength(20);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class GoalMapping : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasMany(row => row.Measures).WithOne().HasForeignKey(measure => measure.GoalId);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasMaxLength(20);
        builder.HasIndex(row => row.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class ResidencePeriodMapping : IEntityTypeConfiguration<ResidencePeriod>
{
    public void Configure(EntityTypeBuilder<ResidencePeriod> builder)
    {
        builder.ToTable("residence_periods");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Status).HasMaxLength(20);
        builder.Property(row => row.IdentityClarified).HasMaxLength(10);
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class NationalityMapping : IEntityTypeConfiguration<Nationality>
{
    public void Configure(EntityTypeBuilder<Nationality> builder)
    {
        builder.ToTable("nationalities");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Country).HasMaxLength(10);
        builder.HasIndex(row => new { row.CaseId, row.Country }).IsUnique();
        builder.HasRowScope(RowScopes.OfCase);
    }
}

internal sealed class PhaseChangeMapping : IEntityTypeConfiguration<PhaseChange>
{
    public void Configure(EntityTypeBuilder<PhaseChange> builder)
    {
        builder.ToTable("phase_changes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.From).HasMaxLength(20);
        builder.Property(row => row.To).HasMaxLength(20);
        builder.HasRowScope(RowScopes.OfCase);
    }
}
