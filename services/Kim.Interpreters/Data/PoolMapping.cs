using Kim.Interpreters.Domain;
using Kim.Interpreters.Reference;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Interpreters.Data;

internal sealed class InterpreterMapping : IEntityTypeConfiguration<Interpreter>
{
    public void Configure(EntityTypeBuilder<Interpreter> builder)
    {
        builder.ToTable("interpreters");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Interpreters);
        builder.Property(interpreter => interpreter.Id).ValueGeneratedNever();
        builder.Property(interpreter => interpreter.Key).HasMaxLength(80);
        builder.Property(interpreter => interpreter.DisplayName).HasMaxLength(200);
        builder.Property(interpreter => interpreter.Gender).HasMaxLength(20);
        builder.Property(interpreter => interpreter.HomeAgs).HasMaxLength(8);
        builder.Property(interpreter => interpreter.Modes).HasJson();
        builder.Property(interpreter => interpreter.Languages).HasJson();
        builder.Property(interpreter => interpreter.Availability).HasJson();
        builder.Property(interpreter => interpreter.DeclinedTopicClasses).HasJson();
        builder.Property(interpreter => interpreter.Trainings).HasJson();
        builder.HasIndex(interpreter => interpreter.Key).IsUnique();
        // One account is one interpreter: the scope 'own' would be ambiguous otherwise.
        builder.HasIndex(interpreter => interpreter.AccountId).IsUnique();
    }
}

internal sealed class LanguageMapping : IEntityTypeConfiguration<Language>
{
    public void Configure(EntityTypeBuilder<Language> builder)
    {
        builder.ToTable("languages");
        builder.HasKey(language => language.Code);
        builder.Property(language => language.Code).HasMaxLength(8);
        builder.Property(language => language.Dialects).HasJson();
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.HasKey(place => place.Ags);
        builder.Property(place => place.Ags).HasMaxLength(8);
    }
}

internal sealed class PoolRulePeriodMapping : IEntityTypeConfiguration<PoolRulePeriod>
{
    public void Configure(EntityTypeBuilder<PoolRulePeriod> builder)
    {
        builder.ToTable("pool_rules");
        builder.HasKey(period => period.ValidFrom);
        builder.Property(period => period.ValidFrom).ValueGeneratedNever();
        builder.Property(period => period.Rules).HasJson();
    }
}
