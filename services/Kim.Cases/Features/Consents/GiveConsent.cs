using System.ComponentModel.DataAnnotations;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Records the person's consent toward one agency: purpose-bound, in a language understood (domain.md 3.4).</summary>
internal static class GiveConsent
{
    public sealed record Request(
        [Required, StringLength(200)] string Recipient,
        [Required, KnownCode(Vocabularies.AgencyType)] string RecipientType,
        [Required, StringLength(500)] string Purpose,
        [MinLength(1), MaxLength(20), KnownCode(Vocabularies.DataCategory)] IReadOnlyList<string> DataCategories,
        [Required, AllowedValues("GIVE", "GET", "BOTH")] string Direction,
        DateOnly ValidFrom,
        [Required, AllowedValues("WRITTEN", "ELECTRONIC")] string Form,
        [Required, LanguageCodes] string LanguageOfExplanation,
        DateOnly? ValidUntil = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/consents", Handle)
        .WithName(nameof(GiveConsent))
        .WithSummary("Record a consent")
        .WithDescription("One agency, one purpose. Holds from validFrom to the day before validUntil, twelve months unless told.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Guid id, Request request, CaseWork work, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        var terms = new ConsentTerms(
            request.Recipient, request.RecipientType, request.Purpose, request.DataCategories, request.Direction,
            request.ValidFrom, request.ValidUntil, request.Form, request.LanguageOfExplanation);
        var consent = found.Value.GiveConsent(terms, work.Act());
        if (consent.Error is { } refused) return refused.ToProblem();
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, consent.Value.Id);
    }
}
