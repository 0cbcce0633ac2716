using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>The vocabularies of this service with German and English titles: what a form offers and a request may hold.</summary>
internal static class ListCodes
{
    public sealed record LifeDomainItem(string Code, string TitleDe, string TitleEn, bool Mandatory);

    public sealed record Response(
        IReadOnlyList<LifeDomainItem> LifeDomains, IReadOnlyList<CodeEntry> Rechtskreise, IReadOnlyList<CodeEntry> Topics,
        IReadOnlyList<ResidenceStatus> ResidenceStatuses, IReadOnlyList<CodeEntry> ClosureReasons, IReadOnlyList<CodeEntry> AccessPaths,
        IReadOnlyList<CodeEntry> AgencyTypes, IReadOnlyList<CodeEntry> IndicationCriteria, IReadOnlyList<CodeEntry> Phases,
        IReadOnlyList<CodeEntry> DataCategories, IReadOnlyList<CodeEntry> NationalityGroups, IReadOnlyList<CodeEntry> StatusGroups);

    private static readonly Response All = new(
        [.. Vocabularies.LifeDomainEntries.Select(entry => new LifeDomainItem(entry.Code, entry.TitleDe, entry.TitleEn, LifeDomains.Mandatory.Contains(entry.Code)))],
        Vocabularies.RechtskreisEntries, Vocabularies.TopicEntries, Reference.ResidenceStatuses.All, Vocabularies.ClosureReasonEntries,
        Vocabularies.AccessPathEntries, Vocabularies.AgencyTypeEntries, Vocabularies.IndicationCriterionEntries, Vocabularies.PhaseEntries,
        Vocabularies.DataCategoryEntries, NationalityGroupTable.Entries, StatusGroupTable.Entries);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/codes", Handle)
        .WithName(nameof(ListCodes))
        .WithSummary("List the codes")
        .WithDescription("All vocabularies of this service. assignableUntil of a residence status is the last day on which it could be granted.")
        .RequireAuthorization(CasesPolicies.ReadCodes);

    private static Ok<Response> Handle() => TypedResults.Ok(All);
}
