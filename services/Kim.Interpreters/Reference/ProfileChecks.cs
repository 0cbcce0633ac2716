using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;

namespace Kim.Interpreters.Reference;

/// <summary>What a schema cannot check: references between files, and periods that must not overlap. Reports all faults at once.</summary>
internal static class ProfileChecks
{
    /// <summary>The tax-free ceiling that limits what the pool pays one person (§ 3 no. 26a EStG).</summary>
    public const string AllowanceCeiling = "EHRENAMTSPAUSCHALE";

    /// <summary>Refuses the profile with every fault that was found.</summary>
    /// <exception cref="ProfileException">There is at least one.</exception>
    public static void Run(ProfileDocuments profile)
    {
        List<ProfileError> faults = [.. Pool(profile), .. RateRules(profile), .. Pots(profile), .. Ceilings(profile)];
        if (faults.Count > 0) throw new ProfileException(faults);
    }

    private static IEnumerable<ProfileError> Pool(ProfileDocuments profile)
    {
        var places = profile.Keys(InterpretersProfile.Municipalities);
        var accounts = new HashSet<Guid>();
        foreach (var item in profile.Items<InterpreterEntry>(InterpretersProfile.Pool))
        {
            if (!places.Contains(item.Value.HomeAgs)) yield return item.Fault("/homeAgs", $"no municipality has the AGS '{item.Value.HomeAgs}'");
            if (item.Value.Account is { } account && !accounts.Add(account)) yield return item.Fault("/account", "another interpreter has this account");
            foreach (var fault in Languages(profile, item)) yield return fault;
            foreach (var (index, window) in item.Value.Availability.Index())
                if (window.Until <= window.From) yield return item.Fault($"/availability/{index}/until", "must be after 'from'");
        }
    }

    private static IEnumerable<ProfileError> Languages(ProfileDocuments profile, ProfileItem<InterpreterEntry> item)
    {
        var known = profile.Items<LanguageEntry>(InterpretersProfile.Languages)
            .ToDictionary(language => language.Value.Code, language => language.Value.Dialects.Select(dialect => dialect.Code).ToHashSet());
        foreach (var (index, spoken) in item.Value.Languages.Index())
        {
            if (!known.TryGetValue(spoken.Code, out var dialects))
            {
                yield return item.Fault($"/languages/{index}/code", $"no language has the code '{spoken.Code}'");
                continue;
            }

            foreach (var (place, dialect) in spoken.Dialects.Index())
                if (!dialects.Contains(dialect))
                    yield return item.Fault($"/languages/{index}/dialects/{place}", $"'{spoken.Code}' has no dialect '{dialect}'");
        }
    }

    // Two rules for one talk would make the payment a matter of luck.
    private static IEnumerable<ProfileError> RateRules(ProfileDocuments profile)
    {
        var items = profile.Items<RateRuleEntry>(InterpretersProfile.RateRules);
        foreach (var (index, item) in items.Index())
            foreach (var earlier in items.Take(index).Select(earlier => earlier.Value))
                if (Overlap(earlier.ValidFrom, earlier.ValidUntil, item.Value.ValidFrom, item.Value.ValidUntil)
                    && earlier.Levels.Intersect(item.Value.Levels).Any() && earlier.Modes.Intersect(item.Value.Modes).Any())
                    yield return item.Fault("/validFrom", $"holds for the same talks and days as '{earlier.Key}'");
    }

    private static IEnumerable<ProfileError> Pots(ProfileDocuments profile)
    {
        var organisations = profile.Keys(InterpretersProfile.Organisations);
        foreach (var item in profile.Items<FundingPotEntry>(InterpretersProfile.Pots))
        {
            if (!organisations.Contains(item.Value.Funder)) yield return item.Fault("/funder", $"no organisation has the key '{item.Value.Funder}'");
            foreach (var (index, amount) in item.Value.Amounts.Index())
                if (item.Value.Amounts.Take(index).Any(earlier => Overlap(earlier.ValidFrom, earlier.ValidUntil, amount.ValidFrom, amount.ValidUntil)))
                    yield return item.Fault($"/amounts/{index}/validFrom", "overlaps with an amount before it");
        }
    }

    private static IEnumerable<ProfileError> Ceilings(ProfileDocuments profile)
    {
        var ceilings = profile.Read<PoolRulesFile>(InterpretersProfile.Rules).Ceilings;
        if (ceilings.All(ceiling => ceiling.Key != AllowanceCeiling))
            yield return new ProfileError(InterpretersProfile.Rules, "/ceilings", $"{AllowanceCeiling} is missing");
        foreach (var (index, ceiling) in ceilings.Index())
            if (ceilings.Take(index).Any(earlier => earlier.Key == ceiling.Key
                && Overlap(earlier.ValidFrom, earlier.ValidUntil, ceiling.ValidFrom, ceiling.ValidUntil)))
                yield return new ProfileError(InterpretersProfile.Rules, $"/ceilings/{index}/validFrom", "overlaps with a ceiling before it");
    }

    private static bool Overlap(DateOnly? from, DateOnly? until, DateOnly? otherFrom, DateOnly? otherUntil) =>
        (otherUntil is null || from is null || from < otherUntil) && (until is null || otherFrom is null || otherFrom < until);
}
