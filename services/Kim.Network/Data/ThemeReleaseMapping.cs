using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

internal sealed class ThemeReleaseMapping : IEntityTypeConfiguration<ThemeRelease>
{
    public void Configure(EntityTypeBuilder<ThemeRelease> builder)
    {
        builder.ToTable("theme_releases");
        builder.HasKey(row => new { row.ThemeId, row.Month });
        builder.Property(row => row.Counts).IsJson();
        builder.HasRowScope(ThemeMapping.Scope);
    }
}
