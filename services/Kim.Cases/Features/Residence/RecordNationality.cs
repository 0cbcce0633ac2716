using System.ComponentModel.DataAnnotations;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Records a nationality; a person may have several, or be stateless.</summary>
internal static class RecordNationality
{
    public sealed record Request(
        [Required, KnownCode(Vocabularies.Country)] string Country,
        DateOnly? ValidFrom = null,
        [StringLength(200)] string? Proof = null,
        DateOnly? ValidUntil = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/nationalities", Handle)
        .WithName(nameof(RecordNationality))
        .WithSummary("Record a nationality")
        .WithDescription("ISO 3166-1 alpha-3 code (XKX for Kosovo), STATELESS or UNKNOWN, once per case. validUntil is the first day on which it is no longer held.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases.Include(row => row.Nationalities), ct);
        if (found.Error is { } error) return error.ToProblem();
        var nationality = found.Value.RecordNationality(new NationalityTerms(request.Country, request.ValidFrom, request.ValidUntil, request.Proof), work.Act());
        if (nationality.Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, nationality.Value.Id);
    }
}
