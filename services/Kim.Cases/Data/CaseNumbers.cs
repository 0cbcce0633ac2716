using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>
/// File numbers, KIM-2026-000123: one sequence per year, made by the migration for many years ahead, because the application's
/// role may not create any. A sequence never makes two openings wait for each other; a number of a failed opening is not used again.
/// </summary>
internal static class CaseNumbers
{
    public const int FirstYear = 2020;
    public const int LastYear = 2119;

    /// <summary>The next number of a year, for a case in a municipality of the profile; null, and none is drawn, when it knows no such municipality.</summary>
    public static async Task<string?> NextAsync(CasesDb db, int year, string ags, CancellationToken ct)
    {
        var sequence = "case_number_" + year.ToString(CultureInfo.InvariantCulture);
        var number = await db.Database
            .SqlQuery<long?>($"""select case when exists (select from municipalities where ags = {ags}) then nextval({sequence}::regclass) end as "Value" """).SingleAsync(ct);
        return number is null ? null : string.Create(CultureInfo.InvariantCulture, $"KIM-{year}-{number:000000}");
    }

    /// <summary>SQL of the migration.</summary>
    public static string CreateSql => $"""
        do $$ begin
          for year in {FirstYear}..{LastYear} loop
            execute format('create sequence if not exists case_number_%s', year);
          end loop;
        end $$;
        """;
}
