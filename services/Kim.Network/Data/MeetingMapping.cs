using Kim.Network.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Network.Data;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Committee).HasMaxLength(100);
        builder.Property(row => row.CommitteeName).HasMaxLength(300);
        builder.Property(row => row.Place).HasMaxLength(200);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.HasMany(row => row.Agenda).WithOne().HasForeignKey(item => item.MeetingId);
        builder.Navigation(row => row.Agenda).HasField("_agenda").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(row => new { row.StartsAt, row.Id });
        builder.HasIndex(row => new { row.Committee, row.StartsAt, row.Id });
        builder.HasRowVersion();
        builder.HasRowScope(ThemeMapping.Scope);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.HasIndex(row => new { row.MeetingId, row.Position }).IsUnique();
        builder.HasIndex(row => row.ThemeId);
        builder.HasRowVersion();
        builder.HasRowScope(ThemeMapping.Scope);
    }
}
