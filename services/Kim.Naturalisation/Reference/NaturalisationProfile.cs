using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Rules;
using Kim.ServiceKit.Profile;

namespace Kim.Naturalisation.Reference;

/// <summary>The law as data of the profile: rule sets, residence statuses, fees. A changed rule set becomes a new revision; the earlier one stays.</summary>
internal sealed class NaturalisationProfile : IProfilePart<NaturalisationDb>
{
    public const string Rules = "naturalisation-rules.json";
    public const string Statuses = "naturalisation-statuses.json";
    public const string FeeRules = "naturalisation-fees.json";

    public IReadOnlyList<string> Files => [Rules, Statuses, FeeRules];

    public async Task ImportAsync(ProfileDocuments profile, NaturalisationDb db, ProfileContext context, CancellationToken ct)
    {
        var book = Book(profile);
        var now = context.Clock.GetUtcNow();
        await KeepRuleSetsAsync(db, book, now, ct);
        await KeepLawAsync(db, new LawDocument([.. book.Statuses.Values.OrderBy(status => status.Code, StringComparer.Ordinal)], Fees(profile), book.ForecastYears), now, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The rules of a profile, checked as far as a schema cannot.</summary>
    /// <exception cref="ProfileException">Periods overlap or leave a gap, or a rule names an unknown status.</exception>
    public static RuleBook Book(ProfileDocuments profile)
    {
        var file = profile.Read<RulesFile>(Rules);
        var statuses = profile.Items<ResidenceStatus>(Statuses).Select(item => item.Value).ToDictionary(status => status.Code, StringComparer.Ordinal);
        var errors = Periods(file.Items).Concat(file.Items.Index().SelectMany(set => UnknownStatuses(set.Index, set.Item, statuses))).ToList();
        if (errors.Count > 0) throw new ProfileException(errors);
        return new RuleBook(file.Items, statuses, file.Forecast.Years);
    }

    /// <summary>The fee rules of a profile.</summary>
    public static IReadOnlyList<FeeRule> Fees(ProfileDocuments profile)
    {
        var fees = profile.Read<FeesFile>(FeeRules).Fees;
        foreach (var (index, fee) in fees.Index())
            if (fees.Take(index).Any(other => other.Key == fee.Key && Overlap(other, fee)))
                throw new ProfileException(FeeRules, $"/fees/{index}/validFrom", $"another rule '{fee.Key}' holds on this day");
        return fees;
    }

    private static bool Overlap(FeeRule left, FeeRule right) =>
        left.ValidFrom < (right.ValidUntil ?? DateOnly.MaxValue) && right.ValidFrom < (left.ValidUntil ?? DateOnly.MaxValue);

    // On each day one law: a rule set begins where the one before it ends, and the last one is open.
    private static IEnumerable<ProfileError> Periods(IReadOnlyList<RuleSet> sets)
    {
        for (var i = 1; i < sets.Count; i++)
            if (sets[i].ValidFrom != sets[i - 1].ValidUntil)
                yield return new ProfileError(Rules, $"/items/{i}/validFrom", $"must be the day on which {sets[i - 1].Key} ends");
        if (sets[^1].ValidUntil is not null) yield return new ProfileError(Rules, $"/items/{sets.Count - 1}/validUntil", "the last rule set is open");
        foreach (var (index, set) in sets.Index())
            if (set.Routes.Select(route => route.Route).Distinct().Count() != set.Routes.Count)
                yield return new ProfileError(Rules, $"/items/{index}/routes", "names a route twice");
    }

    private static IEnumerable<ProfileError> UnknownStatuses(int index, RuleSet set, Dictionary<string, ResidenceStatus> known)
    {
        foreach (var (i, entry) in set.Permits.Excluded.Index())
            if (!known.ContainsKey(entry.Status)) yield return new ProfileError(Rules, $"/items/{index}/permits/excluded/{i}/status", $"'{entry.Status}' is no status of {Statuses}");
        foreach (var (i, status) in set.Nationality.ExemptStatuses.Index())
            if (!known.ContainsKey(status)) yield return new ProfileError(Rules, $"/items/{index}/nationality/exemptStatuses/{i}", $"'{status}' is no status of {Statuses}");
    }

    private static async Task KeepRuleSetsAsync(NaturalisationDb db, RuleBook book, DateTimeOffset now, CancellationToken ct)
    {
        var current = await db.RuleSets.Where(row => row.SupersededAt == null).ToDictionaryAsync(row => row.Key, ct);
        foreach (var set in book.Sets)
        {
            var known = current.GetValueOrDefault(set.Key);
            if (known is not null && JsonColumn.Same(known.Rules, set with { Revision = known.Revision })) continue;
            known?.Supersede(now);
            db.RuleSets.Add(RuleSetRow.Record(set with { Revision = (known?.Revision ?? 0) + 1 }, now));
        }

        foreach (var gone in current.Values.Where(row => book.Sets.All(set => set.Key != row.Key))) gone.Supersede(now);
    }

    private static async Task KeepLawAsync(NaturalisationDb db, LawDocument document, DateTimeOffset now, CancellationToken ct)
    {
        var current = await db.LawDocuments.SingleOrDefaultAsync(row => row.SupersededAt == null, ct);
        if (current is not null && JsonColumn.Same(current.Document, document)) return;
        current?.Supersede(now);
        db.LawDocuments.Add(LawDocumentRow.Record((current?.Revision ?? 0) + 1, document, now));
    }

    /// <summary>The file of the rule sets.</summary>
    public sealed record RulesFile(ForecastEntry Forecast, IReadOnlyList<RuleSet> Items);

    /// <summary>How far ahead the engine looks.</summary>
    public sealed record ForecastEntry : RuleSection
    {
        /// <summary>Years.</summary>
        public required int Years { get; init; }
    }

    /// <summary>The file of the fees.</summary>
    public sealed record FeesFile(IReadOnlyList<FeeRule> Fees);
}
