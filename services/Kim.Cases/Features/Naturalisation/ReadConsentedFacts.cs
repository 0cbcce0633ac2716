using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>
/// The one call between services (architecture.md section 4): naturalisation pulls what a person agreed to pass on. The consent is
/// looked at now, whatever was true at the referral; the database shows the client this one case alone.
/// </summary>
internal static class ReadConsentedFacts
{
    /// <summary>A nationality; 'until' is the first day on which it is no longer held.</summary>
    public sealed record NationalityFact([property: Field(FieldClass.Special)] string Country, [property: Field(FieldClass.Special)] DateOnly? From, [property: Field(FieldClass.Special)] DateOnly? Until);

    /// <summary>A period of residence under a status of domain.md 4.2; 'until' is the first day after it.</summary>
    public sealed record ResidenceFact(
        [property: Field(FieldClass.Special)] string Status, [property: Field(FieldClass.Special)] DateOnly From,
        [property: Field(FieldClass.Special)] DateOnly? Until, [property: Field(FieldClass.Special)] string? IssuedBy);

    /// <summary>The facts; what the consent does not cover is null or empty. The family status is not recorded in cases so far: always null.</summary>
    public sealed record FactsView(
        [property: Field(FieldClass.Personal)] DateOnly? BirthDate, IReadOnlyList<NationalityFact> Nationalities,
        IReadOnlyList<ResidenceFact> ResidencePeriods, string? Ags, [property: Field(FieldClass.Special)] string? FamilyStatus);

    /// <summary>Facts under a consent; DataCategories are those that it covers, ConsentValidUntil is the first day on which it no longer holds.</summary>
    public sealed record Response(
        Guid ReferralId, Guid ConsentId, DateOnly? ConsentValidUntil, IReadOnlyList<string> DataCategories, [property: Field(FieldClass.Special)] FactsView Facts);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/consented-facts/{id:guid}", Handle)
        .WithName(nameof(ReadConsentedFacts))
        .WithSummary("Read the facts of a referral")
        .WithDescription("For clients with the scope cases:consented-facts alone. Refused with 403 and consent-missing, consent-expired or consent-withdrawn. STAMMDATEN gives birth date, nationalities and AGS, AUFENTHALT the residence periods, FAMILIE the family status.")
        .ForPurpose(Purposes.Naturalisation)
        .RequireAuthorization(CasesPolicies.ReadConsentedFacts)
        .ProducesProblem(403).ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CaseWork work, CancellationToken ct)
    {
        await Disclosure.OpenAsync(work.Db, id, ct);
        var referral = await work.Db.Referrals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (referral is null) return Error.NotFound("referral").ToProblem();
        var found = await work.Db.Cases.AsNoTracking().AsSplitQuery()
            .Include(row => row.Consents).Include(row => row.Nationalities).Include(row => row.ResidencePeriods)
            .SingleAsync(row => row.Id == referral.CaseId, ct);
        var consent = found.Consents.SingleOrDefault(row => row.Id == referral.ConsentId);
        if (referral.Check(consent, work.Act().Day) is { } refused) return refused.ToProblem();

        work.Audit.Read("case", found.Id);
        return TypedResults.Ok(new Response(id, consent!.Id, consent.ValidUntil, [.. consent.DataCategories.Order(StringComparer.Ordinal)], FactsOf(found, consent.DataCategories)));
    }

    private static FactsView FactsOf(Case found, List<string> consented)
    {
        var (master, residence) = (consented.Contains(Referral.MasterData), consented.Contains(Referral.Residence));
        return new FactsView(
            master ? found.Person.BirthDate : null,
            master ? [.. found.Nationalities.OrderBy(row => row.Id).Select(row => new NationalityFact(row.Country, row.ValidFrom, row.ValidUntil))] : [],
            residence ? [.. found.ResidencePeriods.OrderBy(row => row.ValidFrom).ThenBy(row => row.Id).Select(row => new ResidenceFact(row.Status, row.ValidFrom, row.ValidUntil, row.IssuingAuthority))] : [],
            master ? found.Ags : null,
            null);
    }
}
