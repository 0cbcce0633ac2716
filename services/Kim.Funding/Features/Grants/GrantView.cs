namespace Kim.Funding.Features;

/// <summary>A grant as of a day.</summary>
public sealed record GrantView(
    Guid Id, string? Key, string Title, string Programme, string? Module, string Funder, string Instrument, string Kind, string? Reference,
    DateOnly? ApprovedOn, DateOnly AwardFrom, [property: Description("Exclusive; null is open.")] DateOnly? AwardUntil, string? Concept, string? LegalBasis,
    [property: Description("Sum of the instalments; null where no amount is known.")] decimal? AmountEur, IReadOnlyList<Instalment> Instalments,
    [property: Description("The Verwendungszeitraum as it was known on the day; null before the first version.")] UsePeriod? Period,
    [property: Description("Every version, in the order in which they became known.")] IReadOnlyList<UsePeriod> Periods,
    IReadOnlyList<GrantView.Condition> Conditions, IReadOnlyList<string> Sources, bool Demo)
{
    /// <summary>A condition: MET with evidence, else OPEN.</summary>
    public sealed record Condition(string Key, string Title, [property: Description("MET or OPEN.")] string State, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Sources);

    internal static GrantView Of(Grant grant, DateOnly day) => new(
        grant.Id, grant.Key, grant.Facts.Title, grant.Facts.Programme, grant.Facts.Module, grant.Facts.Funder, grant.Facts.Instrument, grant.Facts.Kind,
        grant.Facts.Reference, grant.Facts.ApprovedOn, grant.Facts.AwardFrom, grant.Facts.AwardUntil, grant.Facts.Concept, grant.Facts.LegalBasis,
        grant.Facts.Instalments.Count == 0 ? null : grant.Facts.Instalments.Sum(part => part.AmountEur), grant.Facts.Instalments,
        grant.PeriodKnownOn(day), grant.Periods,
        [
            .. grant.Conditions.Select(condition => new Condition(
                condition.Key, condition.Title, condition.Evidence.Count > 0 ? "MET" : "OPEN", condition.Evidence, condition.Provenance.Sources)),
        ],
        grant.Provenance.Sources, grant.Provenance.Demo);
}
