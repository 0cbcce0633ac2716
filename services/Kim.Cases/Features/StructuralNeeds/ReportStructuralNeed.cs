using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// Flags an obstacle of the structure that a case shows (domain.md 3.6). The network learns topic, Rechtskreis, agency type, AGS and
/// household size under a random id; the case and the effect in words stay here.
/// </summary>
internal static class ReportStructuralNeed
{
    public sealed record Request(
        [Required, KnownCode(Vocabularies.Topic)] string Topic,
        [Required, KnownCode(Vocabularies.Rechtskreis)] string Rechtskreis,
        [Required, KnownCode(Vocabularies.AgencyType)] string AgencyType,
        [MinLength(1), MaxLength(50)] IReadOnlyList<string> Ags,
        [Required, StringLength(2000)] string Effect);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/structural-needs", Handle)
        .WithName(nameof(ReportStructuralNeed))
        .WithSummary("Report a structural need")
        .WithDescription("At most one open need per case and topic, so that a case counts once in a theme.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(
        Guid id, Request request, CaseWork work, EventBook events, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        if (await work.Db.UnknownAgsAsync([.. request.Ags.Distinct()], ct) is not null)
            return Error.Invalid("unknown-ags", "No municipality of the profile has this AGS.", "ags").ToProblem();
        if (found.Value.Touch().Error is { } refused) return refused.ToProblem();
        // The case's row is locked, so nobody can slip in between; the unique index stands behind this all the same.
        if (await work.Db.StructuralNeeds.AnyAsync(need => need.CaseId == id && need.Topic == request.Topic && need.State == StructuralNeed.Open, ct))
            return new Error("need-open", "The case has an open structural need of this topic.", 409) { Guard = Guards.OneOpenNeedPerTopic }.ToProblem();

        var terms = new NeedTerms(request.Topic, request.Rechtskreis, request.AgencyType, request.Ags, request.Effect);
        var need = StructuralNeed.Report(found.Value, terms, work.Act());
        work.Db.Add(need);
        events.Add(need.Id, EventOf(need));
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, need.Id);
    }

    private static StructuralNeedReported EventOf(StructuralNeed need) => new()
    {
        NeedId = need.Id,
        Version = need.Version,
        Topic = need.Topic,
        Rechtskreis = need.Rechtskreis,
        AgencyType = need.AgencyType,
        Ags = need.Ags,
        Weight = need.Weight,
        ReportedOn = need.ReportedOn,
    };
}
