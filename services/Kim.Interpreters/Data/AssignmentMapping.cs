using Kim.Interpreters.Domain;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Interpreters.Data;

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.OfInterpreter);
        builder.Property(offer => offer.Id).ValueGeneratedNever();
        builder.Property(offer => offer.State).HasMaxLength(20);
        builder.HasOne<Booking>().WithMany().HasForeignKey(offer => offer.BookingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(offer => offer.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(offer => new { offer.InterpreterId, offer.Id });
        builder.HasIndex(offer => new { offer.BookingId, offer.InterpreterId, offer.RequestVersion });
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignments");
        builder.HasRowVersion();
        builder.HasRowScope(RowScopes.OfInterpreter);
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.TravelKm).HasPrecision(6, 1);
        builder.Property(assignment => assignment.ConfirmedBy).HasMaxLength(200);
        builder.Ignore(assignment => assignment.Minutes);
        builder.HasOne<Booking>().WithMany().HasForeignKey(assignment => assignment.BookingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(assignment => assignment.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assignment => assignment.BookingId).IsUnique().HasFilter("active");
        builder.HasIndex(assignment => new { assignment.InterpreterId, assignment.Id });
        builder.HasIndex(assignment => assignment.CaseRef);
        builder.HasIndex(assignment => assignment.OccupiedFrom);
    }
}

internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.ToTable("settlements");
        builder.HasRowScope(RowScopes.Settlements);
        builder.HasKey(settlement => settlement.BookingId);
        builder.Property(settlement => settlement.BookingId).ValueGeneratedNever();
        builder.Property(settlement => settlement.TotalEur).HasPrecision(14, 2);
        builder.Property(settlement => settlement.RateRule).HasMaxLength(80);
        builder.HasOne<Booking>().WithOne().HasForeignKey<Settlement>(settlement => settlement.BookingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(settlement => settlement.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(settlement => new { settlement.InterpreterId, settlement.SettledOn });
        builder.HasIndex(settlement => new { settlement.SettledOn, settlement.BookingId });
        builder.OwnsMany(settlement => settlement.Lines, Lines);
    }

    private static void Lines(OwnedNavigationBuilder<Settlement, SettlementLine> lines)
    {
        lines.ToTable("settlement_lines");
        lines.WithOwner().HasForeignKey("BookingId");
        lines.HasKey("BookingId", nameof(SettlementLine.Position));
        lines.Property(line => line.Position).ValueGeneratedNever();
        lines.Property(line => line.Kind).HasMaxLength(40);
        lines.Property(line => line.Pot).HasMaxLength(80);
        lines.Property(line => line.Units).HasPrecision(8, 1);
        lines.Property(line => line.UnitEur).HasPrecision(10, 4);
        lines.Property(line => line.AmountEur).HasPrecision(14, 2);
    }
}
