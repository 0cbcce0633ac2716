using Microsoft.EntityFrameworkCore.Migrations;

namespace Kim.Interpreters.Data;

/// <summary>What the model cannot say: run by the first migration.</summary>
internal static class Constraints
{
    /// <summary>
    /// One interpreter is never in two places: the database refuses overlapping times whatever the code does. The planned time
    /// counts until the hours are handed in: a talk that was brought forward no longer takes it. The extension
    /// btree_gist is trusted, so that the owner role may create it without superuser rights.
    /// </summary>
    public const string NoDoubleBooking = """
        alter table assignments add constraint ex_assignments_no_overlap
        exclude using gist (interpreter_id with =, tstzrange(occupied_from, occupied_until) with &&) where (active and started_at is null);
        """;

    /// <summary>The desk's list, by state and in the order of the talks.</summary>
    public const string DeskList = """
        create index ix_bookings_state_starts_at on bookings (state, starts_at, id);
        create index ix_bookings_starts_at on bookings (starts_at, id);
        """;

    public static void Up(MigrationBuilder migration)
    {
        migration.Sql(NoDoubleBooking);
        migration.Sql(DeskList);
    }
}
