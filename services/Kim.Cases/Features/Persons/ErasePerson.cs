using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Persons;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// Decides a request for erasure (Art. 17 DSGVO). Without a duty the record is erased within seconds, here and with every holder of a
/// reference. With one it is restricted (Art. 18): nobody works with it any more, and it is erased on its day.
/// </summary>
internal static class ErasePerson
{
    public sealed record Request([Required, KnownCode(Vocabularies.ErasureReason)] string Reason);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/erasure", Handle)
        .WithName(nameof(ErasePerson))
        .WithSummary("Erase or restrict a person")
        .WithDescription("Needs If-Match. The reason is a ground of Art. 17(1) DSGVO. 202 with the state ERASING, or RESTRICTED with the duty and the day. An open case is closed first: 409 with the guard CASE_CLOSED. Asked again, it answers how far it is.")
        .RequireAuthorization(CasesPolicies.ErasePersons)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Accepted<ErasureView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CaseWork work, ReferralBook referrals, TalkBook talks, HttpRequest http, CancellationToken ct)
    {
        if (await ErasureView.FindAsync(work.Db, id, ct) is { } decided) return Answer(id, decided);
        await ErasureDoor.OpenAsync(work.Db, id, ct);
        var found = await work.Db.Cases.ForRightsOfPerson(work.Actor).Include(row => row.PhaseChanges).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (found is null) return Error.NotFound("case").ToProblem();
        if (work.Db.CheckMatch(found, http.Headers.IfMatch) is { } stale) return stale.ToProblem();

        var act = work.Act();
        var duty = found.DutyOn(act.Day, await work.Db.Referrals.AnyAsync(row => row.CaseId == id, ct), RetentionRules.All);
        if (duty.Error is { } open) return open.ToProblem();
        if (found.End(duty.Value, act).Error is { } refused) return refused.ToProblem();
        var erasure = Erasure.Decide(ErasedReferences.DigestOf(id), request.Reason, duty.Value, act);
        work.Db.Add(erasure);
        await referrals.EndByCaseAsync(id, act.At, ct);
        await talks.CallOffAsync(id, act, ct);
        work.Audit.Change("erasure", id);
        await work.Db.SaveChangesAsync(ct);
        return Answer(id, erasure);
    }

    private static Accepted<ErasureView> Answer(Guid id, Erasure erasure) =>
        TypedResults.Accepted($"{Added.LocationOf(id)}/erasure", ErasureView.Of(erasure));
}
