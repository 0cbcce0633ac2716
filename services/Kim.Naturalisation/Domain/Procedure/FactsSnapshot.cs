using Kim.Naturalisation.Domain.Facts;

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>What cases disclosed on one day under the consent. Personal data, special category; deleted when the consent is withdrawn.</summary>
public sealed class FactsSnapshot
{
    private FactsSnapshot()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReferralId { get; private set; }

    /// <summary>Version of the referral under which it was pulled: a withdrawal ends the older ones.</summary>
    public long ReferralVersion { get; private set; }

    /// <summary>When it was pulled, UTC.</summary>
    public DateTimeOffset PulledAt { get; private set; }

    /// <summary>The officer who pulled it.</summary>
    public Guid PulledBy { get; private set; }

    public Disclosure Disclosure { get; private set; } = null!;

    /// <summary>Cases disclosed facts.</summary>
    public static FactsSnapshot Take(Guid id, Referral referral, Disclosure disclosure, Act act) =>
        new() { Id = id, ReferralId = referral.Id, ReferralVersion = referral.ReferredVersion, Disclosure = disclosure, PulledAt = act.At, PulledBy = act.By };

    /// <summary>Whether the consent behind it still covers a day; the end is exclusive.</summary>
    public bool UsableOn(DateOnly day) => Disclosure.ConsentValidUntil is not { } until || day < until;
}

/// <summary>A disclosure by cases.</summary>
/// <param name="ConsentId">The consent behind it.</param>
/// <param name="ConsentValidUntil">First day on which the consent no longer holds.</param>
/// <param name="DataCategories">Categories of data that the consent covers.</param>
/// <param name="Facts">The facts.</param>
public sealed record Disclosure(Guid ConsentId, DateOnly? ConsentValidUntil, IReadOnlyList<string> DataCategories, PulledFacts Facts);

/// <summary>Who does something and when.</summary>
/// <param name="By">The acting account.</param>
/// <param name="At">The instant, UTC.</param>
public sealed record Act(Guid By, DateTimeOffset At);
