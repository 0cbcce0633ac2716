using Kim.Contracts.Vocabulary;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Data.Reports;

/// <summary>Reads all that a report is computed from.</summary>
internal static class FactSheets
{
    /// <summary>The facts as they are known now; the indicators cut them at the end of the period.</summary>
    public static async Task<FactSheet> ReadAsync(FundingDb db, CancellationToken ct)
    {
        var facts = new List<ReportFact>();
        foreach (var table in FactTable.All) facts.AddRange(await table.ReadAsync(db, ct));
        var municipalities = await db.Municipalities.AsNoTracking().Select(row => row.Ags).ToListAsync(ct);
        return new FactSheet
        {
            Facts = facts,
            Staff = Staff(
                await db.Positions.AsNoTracking().Include(position => position.Attributes).ToListAsync(ct),
                await db.Occupancies.AsNoTracking().ToListAsync(ct)),
            Quotas =
            [
                .. (await db.Modules.AsNoTracking().Include(module => module.Quotas).ToListAsync(ct))
                    .SelectMany(module => module.Quotas.Select(quota => new QuotaLine(module.Key, quota.Vzae, quota.ValidFrom, quota.ValidUntil))),
            ],
            Codes = new ReportCodes(NationalityGroups.All, StatusGroups.All, Topics.All, [.. municipalities.Order(StringComparer.Ordinal)]),
        };
    }

    /// <summary>Funded and filled shares by module and employer; the employer of each day is that of the attributes in force.</summary>
    public static IReadOnlyList<StaffLine> Staff(IReadOnlyList<Position> positions, IReadOnlyList<Occupancy> occupancies)
    {
        var held = occupancies.Where(occupancy => occupancy.Stands).ToLookup(occupancy => occupancy.Position, StringComparer.Ordinal);
        var spells = positions.SelectMany(position => position.Attributes.Where(version => version.Stands).Select(version => (
            Key: (Module: position.Module ?? "NONE", version.Employer),
            Granted: Cut(position.Vzae, position.FundedFrom, position.FundedUntil, version),
            Filled: held[position.Key].Select(occupancy => Cut(occupancy.Vzae, occupancy.From, occupancy.Until, version)).OfType<VzaeSpan>())));
        return
        [
            .. spells.GroupBy(spell => spell.Key).Select(group => new StaffLine(group.Key.Module, group.Key.Employer,
                [.. group.Select(spell => spell.Granted).OfType<VzaeSpan>()], [.. group.SelectMany(spell => spell.Filled)])),
        ];
    }

    private static VzaeSpan? Cut(decimal vzae, DateOnly from, DateOnly? until, PositionAttributes version)
    {
        var first = from > version.ValidFrom ? from : version.ValidFrom;
        var last = Period.Earlier(until, version.ValidUntil);
        return last is { } end && end <= first ? null : new VzaeSpan(vzae, first, last);
    }
}
