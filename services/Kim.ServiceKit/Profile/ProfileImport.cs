using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Profile;

/// <summary>Which state of the profile this service has taken over: an unchanged profile is not imported again.</summary>
internal sealed class ProfileImport
{
    public required string Part { get; init; }

    public required string Hash { get; set; }

    public DateTimeOffset ImportedAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<ProfileImport>(import =>
    {
        import.ToTable("profile_imports");
        import.HasKey(row => row.Part);
        import.Property(row => row.Part).HasMaxLength(100);
        import.Property(row => row.Hash).HasMaxLength(64);
    });
}
