namespace Kim.Funding.Features;

/// <summary>A booked cost.</summary>
public sealed record CostView(
    Guid Id, string Voucher, int Line, string Type, string Category, [property: Description("EUR; negative for a reversal.")] decimal AmountEur,
    DateOnly SpentOn, DateOnly BookedOn, Guid? GrantId, string? Position, string? Ags,
    [property: Description("Whether the grant bears it; else it is own share.")] bool Eligible,
    IReadOnlyList<CostView.Reason> Reasons,
    [property: Description("Version of the Verwendungszeitraum that was applied.")] int? PeriodNumber,
    Guid? Reverses, Guid? ReversedBy, Entry Recorded)
{
    /// <summary>Why it is own share.</summary>
    public sealed record Reason(string Code, string TextDe);

    internal static CostView Of(Cost cost) => new(
        cost.Id, cost.Voucher, cost.Line, cost.Type, cost.Category, cost.AmountEur, cost.SpentOn, cost.BookedOn, cost.GrantId, cost.Position, cost.Ags,
        cost.Eligible, [.. cost.Reasons.Select(code => new Reason(code, Texts.OfReason(code)))], cost.PeriodNumber, cost.Reverses, cost.ReversedBy, cost.Recorded);
}
