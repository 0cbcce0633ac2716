using Kim.Interpreters.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Interpreters.Data;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.Bookings);
        builder.Property(booking => booking.Id).ValueGeneratedNever();
        builder.Property(booking => booking.State).HasMaxLength(30);
        builder.Property(booking => booking.DeclineReason).HasMaxLength(40);
        builder.HasIndex(booking => booking.BookingRef).IsUnique();
        builder.ComplexProperty(booking => booking.Details, Details);
    }

    private static void Details(ComplexPropertyBuilder<BookingDetails> details)
    {
        details.Property(d => d.RequestVersion).HasColumnName("request_version");
        details.Property(d => d.CaseRef).HasColumnName("case_ref");
        details.Property(d => d.Language).HasColumnName("language").HasMaxLength(8);
        details.Property(d => d.Dialect).HasColumnName("dialect").HasMaxLength(20);
        details.Property(d => d.Mode).HasColumnName("mode").HasMaxLength(20);
        details.Property(d => d.StartsAt).HasColumnName("starts_at");
        details.Property(d => d.DurationMinutes).HasColumnName("duration_minutes");
        details.Property(d => d.Ags).HasColumnName("ags").HasMaxLength(8);
        details.Property(d => d.MeetingPlace).HasColumnName("meeting_place");
        details.Property(d => d.ContactPosition).HasColumnName("contact_position");
        details.Property(d => d.TopicClass).HasColumnName("topic_class").HasMaxLength(40);
        details.Property(d => d.RequiredLevel).HasColumnName("required_level");
        details.Property(d => d.Gender).HasColumnName("gender").HasMaxLength(20);
        details.Property(d => d.GenderRequired).HasColumnName("gender_required");
        details.Ignore(d => d.EndsAt);
        details.Ignore(d => d.Day);
    }
}

internal sealed class CancellationMapping : IEntityTypeConfiguration<Cancellation>
{
    public void Configure(EntityTypeBuilder<Cancellation> builder)
    {
        builder.ToTable("cancellations");
        builder.HasKey(cancellation => cancellation.BookingRef);
        builder.Property(cancellation => cancellation.BookingRef).ValueGeneratedNever();
    }
}
