using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(row => row.CaseDigest);
        builder.Property(row => row.CaseDigest).HasMaxLength(64);
        builder.Property(row => row.Reason).HasMaxLength(30);
        builder.Property(row => row.Duty).HasMaxLength(30);
        builder.Ignore(row => row.State);
        builder.HasRowScope(RowScopes.PersonRights);
    }
}

/// <summary>Field class: special category. The whole record of a person, kept for a few days.</summary>
internal sealed class PersonPackageMapping : IEntityTypeConfiguration<PersonPackage>
{
    public void Configure(EntityTypeBuilder<PersonPackage> builder)
    {
        builder.ToTable("person_packages");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Content).HasColumnType("jsonb");
        builder.Ignore(row => row.State);
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasIndex(row => row.TryAt).HasFilter("try_at is not null");
        builder.HasRowScope($"({RowScopes.PersonRights}) and {RowScopes.OfCase}");
    }
}
