using System.ComponentModel.DataAnnotations;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Rates the life domains of the assessment; without the mandatory ones no Hilfeplan is made (domain.md 3.1).</summary>
internal static class RateLifeDomains
{
    public sealed record RatingRequest(
        [Required, KnownCode(Vocabularies.LifeDomain)] string Domain,
        [Range(0, 4)] int Level,
        [StringLength(2000)] string? Note = null);

    public sealed record Request([MaxLength(20)] IReadOnlyList<RatingRequest> Ratings);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/cases/{id:guid}/assessment", Handle)
        .WithName(nameof(RateLifeDomains))
        .WithSummary("Rate the life domains")
        .WithDescription("Replaces the assessment: level 0 (no need) to 4 (urgent need) by life domain. Needs If-Match.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindMatchedAsync(id, cases => cases.Include(row => row.Ratings), ct);
        if (found.Error is { } error) return error.ToProblem();
        var ratings = request.Ratings.Select(rating => new Rating(rating.Domain, rating.Level, rating.Note)).ToList();
        if (found.Value.Rate(ratings, work.Act()).Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return TypedResults.NoContent();
    }
}
