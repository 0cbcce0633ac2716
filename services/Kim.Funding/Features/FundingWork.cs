namespace Kim.Funding.Features;

/// <summary>What a use case works with: the tables, the events, the record of changes, who acts, and the day.</summary>
internal sealed class FundingWork(FundingDb db, Actor actor, EventBook events, AuditBook audit, IHttpContextAccessor http, TimeProvider clock)
{
    public FundingDb Db { get; } = db;

    public EventBook Events { get; } = events;

    public AuditBook Audit { get; } = audit;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day in the Kreis.</summary>
    public DateOnly Today => LocalDay.Of(Now);

    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Who writes, now, and why.</summary>
    public Entry By(string? reason = null) => new(actor.AccountId, Now, reason);

    /// <summary>Saves and names the new version of what is answered.</summary>
    public async Task SaveAsync(object entity, CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        Name(entity);
    }

    /// <summary>Names the version of what is answered.</summary>
    public void Name(object entity) => http.HttpContext!.SetETag(Db.ETagOf(entity));

    /// <summary>An error when identity has told of no such account that may act.</summary>
    public async Task<Error?> UnknownAccountAsync(Guid? account, string field, CancellationToken ct) =>
        account is not { } id || await Db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { MayAct: true }
            ? null
            : Error.Invalid("account-unknown", "There is no such account that may act.", field);

    /// <summary>The first key of <paramref name="codes"/> that is no AGS of the Kreis, or null.</summary>
    public async Task<string?> UnknownAgsAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        if (codes.Count == 0) return null;
        var known = await Db.Municipalities.Where(row => codes.Contains(row.Ags)).Select(row => row.Ags).ToListAsync(ct);
        return codes.FirstOrDefault(code => !known.Contains(code, StringComparer.Ordinal));
    }
}

/// <summary>Cursor of lists in the order of their keys.</summary>
internal sealed record AfterKey(string Key);

/// <summary>Cursor of lists in the order of a day.</summary>
internal sealed record AfterDay(DateOnly On, Guid Id);

/// <summary>Cursor of lists in the order of their ids.</summary>
internal sealed record AfterId(Guid Id);

/// <summary>What was created.</summary>
/// <param name="Id">Its id.</param>
public sealed record Added(Guid Id);
