using Kim.Cases.Data;
using Kim.Cases.Reference;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
        .RequireAuthorization(CasesPolicies.Read)
        .ReadsInOneTrip();

    private static Task<Results<Ok<Page<ListCases.Item>>, ProblemHttpResult>> Handle(Request request, Actor actor, OneTrip trip, CancellationToken ct) =>
        ListCases.FindAsync(
            new PageRequest { Limit = request.Limit, After = request.After },
            CaseList.VisibleTo(actor).InPhase(request.Phase).Matching(request.Q), request.Q, trip, ct);
}
