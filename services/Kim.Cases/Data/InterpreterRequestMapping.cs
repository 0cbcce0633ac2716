using System.Text.Json;
using Kim.Cases.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Cases.Data;

internal sealed class InterpreterRequestMapping : IEntityTypeConfiguration<InterpreterRequest>
{
    public void Configure(EntityTypeBuilder<InterpreterRequest> builder)
    {
        builder.ToTable("interpreter_requests");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.ComplexProperty(row => row.Talk, talk =>
        {
            talk.Property(row => row.Language).HasColumnName("language").HasMaxLength(3);
            talk.Property(row => row.Dialect).HasColumnName("dialect").HasMaxLength(20);
            talk.Property(row => row.Mode).HasColumnName("mode").HasMaxLength(10);
            talk.Property(row => row.StartsAt).HasColumnName("starts_at");
            talk.Property(row => row.DurationMinutes).HasColumnName("duration_minutes");
            talk.Property(row => row.Ags).HasColumnName("ags").HasMaxLength(8);
            talk.Property(row => row.MeetingPlace).HasColumnName("meeting_place");
            talk.Property(row => row.TopicClass).HasColumnName("topic_class").HasMaxLength(20);
            talk.Property(row => row.RequiredLevel).HasColumnName("required_level");
            talk.Property(row => row.Gender).HasColumnName("gender").HasMaxLength(10);
            talk.Property(row => row.GenderRequired).HasColumnName("gender_required");
        });
        builder.Property(row => row.Settlement).HasColumnType("jsonb").HasConversion(
            settlement => JsonSerializer.Serialize(settlement, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<Settlement>(json, JsonSerializerOptions.Web));
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.DeclineReason).HasMaxLength(100);
        builder.Ignore(row => row.Minutes);
        builder.Ignore(row => row.SettledEur);
        builder.Ignore(row => row.Open);
        builder.HasIndex(row => row.BookingRef).IsUnique();
        builder.HasIndex(row => new { row.CaseId, row.RequestedAt });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.OfCase);
    }
}
