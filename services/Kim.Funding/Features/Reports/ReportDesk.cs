using Kim.Funding.Data.Reports;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>What the use cases of reports share: computing a version, protecting it, and the record of what was done.</summary>
internal sealed class ReportDesk(FundingDb db, EventBook events, AuditBook audit, TimeProvider clock, IHttpContextAccessor http)
{
    private const long ComputeLock = 0x4B494D_5245504F;

    public FundingDb Db { get; } = db;

    public EventBook Events { get; } = events;

    public AuditBook Audit { get; } = audit;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day in the Kreis.</summary>
    public DateOnly Today => LocalDay.Of(Now);

    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>The report with its versions, without their figures.</summary>
    public Task<Report?> FindAsync(Guid id, CancellationToken ct) =>
        Db.Set<Report>().Include(report => report.Versions).SingleOrDefaultAsync(report => report.Id == id, ct);

    /// <summary>The report for a change: with figures, one change of reports at a time, so that each release sees those before it.</summary>
    public async Task<Report?> LockAsync(Guid id, CancellationToken ct)
    {
        await LockAllAsync(ct);
        return await Db.Set<Report>().Include(report => report.Versions).ThenInclude(version => version.Figures).SingleOrDefaultAsync(report => report.Id == id, ct);
    }

    /// <summary>One change of reports at a time.</summary>
    public Task LockAllAsync(CancellationToken ct) => Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ComputeLock})", ct);

    /// <summary>Computes a version of a report from the facts known now.</summary>
    public async Task<ReportContent> ComputeAsync(Report report, CancellationToken ct)
    {
        var sheet = await FactSheets.ReadAsync(Db, ct);
        var figures = Indicators.Compute(report.Period, sheet);
        var (canonical, hidden) = await ProtectAsync(new ReportTitle(report.Id, report.NextVersion, report.Period), figures, ct);
        return new ReportContent(canonical, figures, hidden, ReportChecks.Of(report.Period, sheet, figures));
    }

    /// <summary>Writes figures under the small-cell rule, beside everything that is released.</summary>
    public async Task<(byte[] Canonical, IReadOnlyList<string> Hidden)> ProtectAsync(ReportTitle title, FigureSet figures, CancellationToken ct)
    {
        var hidden = ReportProtection.Hide(title.Period, figures, await ReleasedAsync(ct));
        return (ReportDocument.Write(title, figures, hidden.ToHashSet(StringComparer.Ordinal)), hidden);
    }

    /// <summary>Names the version of what is answered.</summary>
    public void Name(Report report) => http.HttpContext!.SetETag(Db.ETagOf(report));

    private async Task<IReadOnlyList<EarlierReport>> ReleasedAsync(CancellationToken ct)
    {
        var rows = await Db.Set<Report>().AsNoTracking().Where(report => report.ReleasedVersion != null)
            .Include(report => report.Versions).ThenInclude(version => version.Figures).AsSplitQuery().ToListAsync(ct);
        return
        [
            .. rows.SelectMany(report => report.Versions.Where(version => version.State == ReportStates.Released).Select(version => new EarlierReport(
                report.Id, version.Number, report.Period, version.Figures.Content, version.Figures.Hidden, version.Number == report.ReleasedVersion))),
        ];
    }
}
