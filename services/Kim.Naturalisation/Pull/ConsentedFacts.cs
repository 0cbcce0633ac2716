using Kim.Naturalisation.Domain.Facts;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Pull;

/// <summary>The answer of cases; members that it adds later are ignored.</summary>
internal sealed record ConsentedFacts
{
    public Guid ReferralId { get; init; }

    public Guid ConsentId { get; init; }

    public DateOnly? ConsentValidUntil { get; init; }

    public IReadOnlyList<string>? DataCategories { get; init; }

    public PulledFacts? Facts { get; init; }

    // What the consent does not cover may be absent or null: then there is no such fact.
    public Disclosure AsDisclosure() => new(ConsentId, ConsentValidUntil, DataCategories ?? [], Facts! with
    {
        Nationalities = [.. (Facts.Nationalities ?? []).OfType<NationalityFact>()],
        ResidencePeriods = [.. (Facts.ResidencePeriods ?? []).OfType<ResidenceFact>()],
    });
}
