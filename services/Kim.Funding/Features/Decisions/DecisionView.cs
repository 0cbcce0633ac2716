namespace Kim.Funding.Features;

/// <summary>A decision with all that was on record of it (S-47, A-1).</summary>
public sealed record DecisionView(
    string Key, [property: Description("KREISTAG, KREISAUSSCHUSS, LAND or OTHER.")] string Body, string? Organisation, string Title,
    [property: Description("The day that holds now.")] DateOnly DecidedOn, string? Reference, string? Note,
    [property: Description("Whether an earlier state was corrected.")] bool Corrected,
    [property: Description("Every state of the register, oldest first; the last one holds.")] IReadOnlyList<DecisionView.Version> Versions,
    IReadOnlyList<string> Sources, bool Demo)
{
    /// <summary>A state of the register: what it said, who wrote it, when and why.</summary>
    public sealed record Version(int Number, string Title, DateOnly DecidedOn, string? Reference, string? Note, Entry Recorded, IReadOnlyList<string> Sources);

    internal static DecisionView Of(Decision row) => new(
        row.Key, row.Body, row.Organisation, row.Facts.Title, row.Facts.DecidedOn, row.Facts.Reference, row.Facts.Note, row.Versions.Count > 1,
        [
            .. row.Versions.Select(version => new Version(
                version.Number, version.Facts.Title, version.Facts.DecidedOn, version.Facts.Reference, version.Facts.Note, version.Recorded, version.Sources)),
        ],
        row.Provenance.Sources, row.Provenance.Demo);
}
