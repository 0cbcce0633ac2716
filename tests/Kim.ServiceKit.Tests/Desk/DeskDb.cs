using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Tests.Desk;

/// <summary>The smallest service that uses every mechanism of the kit: notes that belong to an organisation.</summary>
public sealed class DeskDb(DbContextOptions<DeskDb> options) : KimDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Started> Started => Set<Started>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("notes");
            note.Property(row => row.Id).ValueGeneratedNever();
            note.HasRowVersion();
            note.HasRowScope("organisation = kim.organisation()");
        });
        modelBuilder.Entity<Started>(started =>
        {
            started.ToTable("started");
            started.HasKey(row => row.MeasureId);
        });
    }
}

public sealed class Note
{
    public Guid Id { get; init; }

    public required string Organisation { get; init; }

    public required string Text { get; set; }

    public int Marks { get; set; }
}

/// <summary>Counts how often the effect of a message took place.</summary>
public sealed class Started
{
    public Guid MeasureId { get; init; }

    public int Effects { get; set; }
}
