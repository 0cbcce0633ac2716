using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kim.Cases.Features;

/// <summary>
/// Searches the cases that the actor may see by name or file number, newest first. The search runs over the search form of DIN 91379,
/// so that Müller, Mueller and Muller are found alike; of the term a keyed hash is kept. It changes nothing and needs no key.
/// </summary>
internal static class SearchCases
{
    public sealed record Request(
        [Required, StringLength(200, MinimumLength = 1), Description("Part of a name or of a file number.")] string Q,
        [KnownCode(Vocabularies.Phase), Description("Phase code.")] string? Phase = null,
        [Description("Items of a page, 1 to 200; 50 unless told.")] int? Limit = null,
        [Description("The 'next' of the page before; empty for the first page.")] string? After = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/searches", Handle)
        .WithName(nameof(SearchCases))
        .WithSummary("Search cases")
        .WithDescription("By part of a name or of a file number, newest first. A case manager searches own cases, the Fachaufsicht all.")
        .RequireAuthorization(CasesPolicies.Read);

    private static Task<Results<Ok<Page<ListCases.Item>>, ProblemHttpResult>> Handle(Request request, CaseWork work, CancellationToken ct) =>
        ListCases.FindAsync(new PageRequest { Limit = request.Limit, After = request.After }, request.Phase, request.Q, work, ct);

    internal static IQueryable<Case> Among(IQueryable<Case> cases, string q)
    {
        var number = q.Trim().ToUpperInvariant();
        var form = LatinNames.SearchForm(q);
        var loose = LatinNames.LooseForm(q);
        if (form.Length == 0) return cases.Where(found => found.Number.Contains(number));
        return cases.Where(found => found.SearchText.Contains(form) || found.SearchText.Contains(loose) || found.Number.Contains(number)
            || EF.Functions.TrigramsAreStrictWordSimilar(form, found.SearchText));
    }
}
