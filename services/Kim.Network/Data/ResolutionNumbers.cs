using Kim.Network.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Data;

/// <summary>Numbers of resolutions, per committee and year.</summary>
internal static class ResolutionNumbers
{
    /// <summary>
    /// Takes the next number. The counter's row is locked until the transaction ends and falls back with it, so two meetings at once
    /// get two numbers and a refused resolution leaves no gap; a sequence would.
    /// </summary>
    public static async Task<string> NextResolutionNumberAsync(this NetworkDb db, string committee, int year, CancellationToken ct)
    {
        var running = await db.Database.SqlQuery<int>($"""
            insert into resolution_counters (committee, year, last) values ({committee}, {year}, 1)
            on conflict (committee, year) do update set last = resolution_counters.last + 1
            returning last as "Value"
            """).ToListAsync(ct);
        return Resolution.NumberOf(committee, year, running[0]);
    }
}
