using System.ComponentModel.DataAnnotations;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Records a period of residence under a status of domain.md 4.2; OHNE only after the warning of § 87(2) AufenthG.</summary>
internal static class RecordResidencePeriod
{
    public sealed record Request(
        [Required] string Status,
        DateOnly ValidFrom,
        DateOnly? ValidUntil = null,
        [StringLength(200)] string? IssuingAuthority = null,
        [AllowedValues(null, "YES", "NO", "PARTLY")] string? IdentityClarified = null,
        bool ConfirmOhne = false);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/residence-periods", Handle)
        .WithName(nameof(RecordResidencePeriod))
        .WithSummary("Record a residence period")
        .WithDescription("validUntil is the first day after the period. Gaps and parallel statuses are allowed, two periods of one status at a time are not. OHNE needs confirmOhne=true.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        if (ResidenceStatuses.Find(request.Status) is not { } status)
            return Error.Invalid("unknown-code", "This is no code of the residence vocabulary; see GET /api/v1/cases/codes.", "status").ToProblem();
        var found = await work.FindAsync(id, cases => cases.Include(row => row.ResidencePeriods), ct);
        if (found.Error is { } error) return error.ToProblem();
        var terms = new ResidenceTerms(
            status, request.ValidFrom, request.ValidUntil, request.IssuingAuthority, request.IdentityClarified, request.ConfirmOhne);
        var period = found.Value.RecordResidence(terms, work.Act());
        if (period.Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, period.Value.Id);
    }
}
