using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;

namespace Kim.Cases.Features;

/// <summary>
/// What every change of a case does alike: find it under the actor's scope, lock it, compare the version, save it with its audit
/// row, tell funding what of it counts, and name the new version. The rule itself stands in the domain, the story in the feature.
/// </summary>
internal sealed class CaseWork(CasesDb db, Actor actor, AuditBook audit, FundingBook funding, TimeProvider clock, IHttpContextAccessor http)
{
    internal CasesDb Db => db;

    internal Actor Actor => actor;

    internal AuditBook Audit => audit;

    /// <summary>Who acts and when.</summary>
    internal Act Act()
    {
        var now = clock.GetUtcNow();
        return new Act(actor.AccountId, now, GermanDay.Of(now));
    }

    /// <summary>The actor's own case, locked, with the parts that the change needs. For additions, which need no If-Match.</summary>
    internal async Task<Result<Case>> FindAsync(Guid id, Func<IQueryable<Case>, IQueryable<Case>> with, CancellationToken ct) =>
        await db.OwnForChangeAsync(id, actor, with, ct) is { } found ? found : Error.NotFound("case");

    /// <summary>The same for updates: the caller names the version it read.</summary>
    internal async Task<Result<Case>> FindMatchedAsync(Guid id, Func<IQueryable<Case>, IQueryable<Case>> with, CancellationToken ct) =>
        ConcurrencyExtensions.VersionsOf(http.HttpContext!.Request.Headers.IfMatch) is { } versions
            ? await db.OwnForChangeAsync(id, actor, versions, with, ct)
            : ConcurrencyExtensions.Required;

    /// <summary>Saves a case that was opened just now, with its audit row, and tells funding.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="ct">Cancellation.</param>
    internal async Task SaveOpenedAsync(Case opened, CancellationToken ct)
    {
        audit.Change("case", opened.Id);
        db.Add(opened);
        funding.TellOpened(opened, Act().Day, actor.Position);
        await db.SaveChangesAsync(ct);
        http.HttpContext!.SetETag(db.ETagOf(opened));
    }

    /// <summary>Saves the change with its audit row, tells funding when something that it counts is different, and answers with the new version.</summary>
    /// <param name="changed">The case.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="assigned">Whether the change was another case manager.</param>
    internal async Task SaveAsync(Case changed, CancellationToken ct, bool assigned = false)
    {
        audit.Change("case", changed.Id);
        await db.SaveChangesAsync(ct);
        await funding.TellAsync(changed, Act().Day, assigned, ct);
        http.HttpContext!.SetETag(db.ETagOf(changed));
    }
}
