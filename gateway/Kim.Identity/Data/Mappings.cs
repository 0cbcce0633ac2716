using Kim.Identity.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Identity.Data;

internal sealed class KimUserMapping : IEntityTypeConfiguration<KimUser>
{
    public void Configure(EntityTypeBuilder<KimUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.UserName).HasMaxLength(100);
        builder.Property(user => user.NormalizedName).HasMaxLength(100);
        builder.Property(user => user.DisplayName).HasMaxLength(200);
        builder.Property(user => user.PasswordHash).HasMaxLength(300);
        builder.Ignore(user => user.IsSetUp);
        builder.HasIndex(user => user.NormalizedName).IsUnique();
        builder.HasIndex(user => user.InvitationHash).IsUnique();
        builder.HasRowScope("id = (select kim.account()) or (select kim.has_role('OPS'))");
    }
}

internal sealed class SignInSessionMapping : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.UserId);
        builder.HasRowScope(OpenIdMapping.MachineryOnly);
    }
}

internal sealed class SignInRecordMapping : IEntityTypeConfiguration<SignInRecord>
{
    public void Configure(EntityTypeBuilder<SignInRecord> builder)
    {
        builder.ToTable("sign_in_records");
        builder.Property(record => record.Id).UseIdentityAlwaysColumn();
        builder.Property(record => record.Outcome).HasMaxLength(30);
        builder.Property(record => record.TraceId).HasMaxLength(32);
        builder.HasIndex(record => new { record.UserId, record.At });
        builder.HasRowScope(OpenIdMapping.MachineryOnly);
    }
}

internal sealed class GuessCounterMapping : IEntityTypeConfiguration<GuessCounter>
{
    public void Configure(EntityTypeBuilder<GuessCounter> builder)
    {
        builder.ToTable("guess_counters");
        builder.HasKey(counter => counter.Key);
        builder.Property(counter => counter.Key).HasMaxLength(100);
        builder.HasIndex(counter => counter.LastAt);
        builder.HasRowScope(OpenIdMapping.MachineryOnly);
    }
}

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Use).HasMaxLength(20);
        builder.HasRowScope(OpenIdMapping.MachineryOnly);
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(key => key.Id).UseIdentityAlwaysColumn();
        builder.Property(key => key.FriendlyName).HasMaxLength(200);
        builder.HasRowScope(OpenIdMapping.MachineryOnly);
    }
}
