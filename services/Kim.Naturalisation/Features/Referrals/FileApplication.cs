using Kim.Contracts.Naturalisation;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features.Referrals;

/// <summary>An application was filed, on a route. While a bar of § 35a holds, none is admissible.</summary>
internal static class FileApplication
{
    public sealed record Request(
        [property: Required, AllowedValues("STAG_10", "STAG_9", "STAG_8"), Description("STAG_10, STAG_9 or STAG_8.")] string Route,
        [property: Description("The day on which it reached the authority; not in the future.")] DateOnly FiledOn);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/referrals/{id:guid}/application", Handle)
        .WithName(nameof(FileApplication))
        .WithSummary("Records the application")
        .WithDescription("Needs If-Match. State ANTRAG; publishes ApplicationFiled. 409 `bar-active` while an entry of § 35a bars an application.")
        .RequireAuthorization(NaturalisationPolicies.Proceed)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<Ok<StepView>, ProblemHttpResult>> Handle(
        Guid id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, CheckDesk desk, HttpContext http, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(id, ifMatch, ct);
        if (opened.Error is { } closed) return closed.ToProblem();
        var referral = opened.Value;
        if (referral.Step(ProcedureStates.Applied) is { } early) return early.ToProblem();
        if (await BarredAsync(desk.Db, id, request.FiledOn, ct)) return Error.Conflict("bar-active", "A bar of § 35a StAG is active: no application is admissible.").ToProblem();
        if (referral.Apply(request.Route, request.FiledOn, desk.Today).Error is { } refused) return refused.ToProblem();

        desk.Events.Add(id, new ApplicationFiled { ReferralId = id, Version = referral.Version, Route = request.Route, FiledOn = request.FiledOn });
        desk.Audit.Change("referral", id);
        await desk.Db.SaveChangesAsync(ct);
        http.SetETag(desk.Db.ETagOf(referral));
        return TypedResults.Ok(StepView.Of(referral));
    }

    private static async Task<bool> BarredAsync(NaturalisationDb db, Guid id, DateOnly day, CancellationToken ct)
    {
        var book = await db.RulesAsync(ct);
        if (book.On(day)?.Bar is not { } bar) return false;
        var entries = await db.BarEntries.AsNoTracking().Where(entry => entry.ReferralId == id && entry.UnappealableOn <= day).ToListAsync(ct);
        return entries.Exists(entry => entry.UnappealableOn >= book.BarSince && day < entry.Until(bar.Years));
    }
}
