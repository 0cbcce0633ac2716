namespace Kim.Funding.Domain.Reports;

/// <summary>A fact with the digest of the event's body that it was read from.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="BodyHash">SHA-256 of the body.</param>
public sealed record JournalFact(ReportFact Fact, string BodyHash);

/// <summary>
/// The one way from the journal to the figures' tables, for live events and for the replay: one row per aggregate, kind of fact and
/// version. It does not depend on the order of the journal or on doubles, so any delivery ends in the same rows.
/// </summary>
public static class Projection
{
    /// <summary>The rows of any number of aggregates.</summary>
    public static IReadOnlyList<ReportFact> Of(IEnumerable<JournalFact> journal) =>
    [
        .. journal
            .GroupBy(entry => (Kind: entry.Fact.GetType().Name, entry.Fact.Ref, entry.Fact.Version))
            .OrderBy(group => group.Key.Kind, StringComparer.Ordinal).ThenBy(group => group.Key.Ref).ThenBy(group => group.Key.Version)
            // Two bodies under one version break the contract; the choice must still be the same everywhere.
            .Select(group => group.MaxBy(entry => entry.BodyHash, StringComparer.Ordinal)!.Fact),
    ];
}
