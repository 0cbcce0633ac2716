using Kim.Cases.Domain;
using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>The questions that several features ask.</summary>
internal static class CaseQueries
{
    /// <summary>The cases that an actor may read: own ones, and for the Fachaufsicht all. The row-level policy says the same once more.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor) =>
        actor.Has(Roles.Coordinator) ? cases.Where(found => found.EraseOn == null) : cases.Where(found => found.EraseOn == null && found.ResponsibleId == actor.AccountId);

    /// <summary>The same rule as a condition over <c>cases c</c>.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="account">The parameter that holds the actor's account.</param>
    public static string SqlOfVisible(Actor actor, string account) =>
        actor.Has(Roles.Coordinator) ? "c.erase_on is null" : $"c.erase_on is null and c.responsible_id = {account}";

    /// <summary>The cases for which an actor answers a person that asks for a copy or for erasure: once restricted, the data protection officer alone.</summary>
    public static IQueryable<Case> ForRightsOfPerson(this IQueryable<Case> cases, Actor actor) =>
        actor.Has(Roles.DataProtectionOfficer) ? cases : cases.Where(found => found.EraseOn == null);

    /// <summary>
    /// A case for a change by its own case manager, with the parts that the change needs; null when there is none that the actor may
    /// know of. The row is locked first, so that changes of one case queue up instead of failing each other.
    /// </summary>
    public static async Task<Case?> OwnForChangeAsync(
        this CasesDb db, Guid id, Actor actor, Func<IQueryable<Case>, IQueryable<Case>> with, CancellationToken ct)
    {
        var locked = await db.Database
            .SqlQuery<Guid>($"""select id as "Value" from cases where id = {id} and responsible_id = {actor.AccountId} and erase_on is null for update""")
            .ToListAsync(ct);
        return locked.Count == 0 ? null : await with(db.Cases).AsSplitQuery().SingleAsync(found => found.Id == id, ct);
    }

    /// <summary>
    /// The same for a change of a version that its caller has read. Whoever waits for the row while another change of that version wins is
    /// told by the database and never holds the row: a hundred changes of one version do not stand in line for it.
    /// </summary>
    public static async Task<Result<Case>> OwnForChangeAsync(
        this CasesDb db, Guid id, Actor actor, string[] versions, Func<IQueryable<Case>, IQueryable<Case>> with, CancellationToken ct)
    {
        var locked = await db.Database
            .SqlQuery<Guid>($"""select id as "Value" from cases where id = {id} and responsible_id = {actor.AccountId} and erase_on is null and xmin::text = any({versions}) for update""")
            .ToListAsync(ct);
        if (locked.Count > 0) return await with(db.Cases).AsSplitQuery().SingleAsync(found => found.Id == id, ct);
        var there = await db.Cases.AnyAsync(found => found.Id == id && found.ResponsibleId == actor.AccountId && found.EraseOn == null, ct);
        return there ? ConcurrencyExtensions.Stale : Error.NotFound("case");
    }

    /// <summary>The first of the AGS that the profile does not know, or null.</summary>
    public static async Task<string?> UnknownAgsAsync(this CasesDb db, IReadOnlyCollection<string> ags, CancellationToken ct)
    {
        var known = await db.Municipalities.Where(row => ags.Contains(row.Ags)).Select(row => row.Ags).ToListAsync(ct);
        return ags.Except(known).FirstOrDefault();
    }
}
