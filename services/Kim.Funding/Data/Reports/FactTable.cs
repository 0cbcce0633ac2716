using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Data.Reports;

/// <summary>One table of the projections.</summary>
internal abstract class FactTable
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FactTable> All =
    [
        new Table<CaseStep>(), new Table<NeedReport>(), new Table<NeedWithdrawal>(), new Table<ThemeStep>(), new Table<ResolutionStep>(),
        new Table<MeasureStep>(), new Table<BookingStep>(), new Table<UnreadableFact>(),
    ];

    /// <summary>The kind of fact.</summary>
    public abstract Type Kind { get; }

    /// <summary>Removes the rows of one aggregate, or all.</summary>
    public abstract Task ClearAsync(FundingDb db, Guid? aggregate, CancellationToken ct);

    /// <summary>All rows, for a report or a comparison.</summary>
    public abstract Task<IEnumerable<ReportFact>> ReadAsync(FundingDb db, CancellationToken ct);

    private sealed class Table<T> : FactTable where T : ReportFact
    {
        public override Type Kind => typeof(T);

        public override Task ClearAsync(FundingDb db, Guid? aggregate, CancellationToken ct) =>
            db.Set<T>().Where(fact => aggregate == null || fact.Ref == aggregate).ExecuteDeleteAsync(ct);

        public override async Task<IEnumerable<ReportFact>> ReadAsync(FundingDb db, CancellationToken ct) =>
            await db.Set<T>().AsNoTracking().OrderBy(fact => fact.Ref).ThenBy(fact => fact.Version).ToListAsync(ct);
    }
}
