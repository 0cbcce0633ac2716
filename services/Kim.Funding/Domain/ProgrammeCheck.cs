namespace Kim.Funding.Domain;

/// <summary>Outcomes of the check whether a programme is for somebody.</summary>
public static class ProgrammeOutcomes
{
    public const string Match = "MATCH";

    /// <summary>Not by the letter, but others with similar needs could join in practice (domain.md 2.7): with a reason.</summary>
    public const string ExceptionWithReason = "EXCEPTION_WITH_REASON";

    public const string No = "NO";
}

/// <summary>
/// The check of S-25 without personal data: an age, a status and a day. It never stops anybody by the letter of the target group
/// alone; only a programme that has not begun or never had an offer says no.
/// </summary>
public static class ProgrammeCheck
{
    public const string AgeBelow = "AGE_BELOW";
    public const string AgeAbove = "AGE_ABOVE";

    /// <summary>The greatest age of the band, which a setting leaves out .</summary>
    public const string AgeAtUpperBound = "AGE_AT_UPPER_BOUND";

    public const string StatusNotNamed = "STATUS_NOT_NAMED";

    /// <summary>The programme as decided has ended (S-26): a warning.</summary>
    public const string Ended = "PROGRAMME_ENDED";

    public const string NotBegun = "PROGRAMME_NOT_BEGUN";

    /// <summary>No Baustein has an offer on the day.</summary>
    public const string NoOffer = "NO_OFFER";

    /// <summary>The outcome and its reasons, in a fixed order.</summary>
    public static (string Outcome, IReadOnlyList<string> Reasons) Run(Programme programme, int age, string status, DateOnly entryOn, bool upperBoundInclusive)
    {
        var reasons = new List<string>();
        var target = programme.Target;
        if (target.AgeFrom is { } least && age < least) reasons.Add(AgeBelow);
        if (target.AgeUntil is { } greatest && age > greatest) reasons.Add(AgeAbove);
        if (age == target.AgeUntil && !upperBoundInclusive) reasons.Add(AgeAtUpperBound);
        if (target.Statuses.Count > 0 && !target.Statuses.Contains(status)) reasons.Add(StatusNotNamed);
        if (programme.ValidUntil is { } ended && entryOn >= ended) reasons.Add(Ended);
        if (programme.ValidFrom is { } begun && entryOn < begun) reasons.Add(NotBegun);
        if (programme.Components.Count > 0 && !programme.Components.Any(component => component.OfferedOn(entryOn))) reasons.Add(NoOffer);

        // Without an offer there is nothing to enter, whatever the reason to make an exception would be.
        if (reasons.Contains(NotBegun) || reasons.Contains(NoOffer)) return (ProgrammeOutcomes.No, reasons);
        return (reasons.Count == 0 ? ProgrammeOutcomes.Match : ProgrammeOutcomes.ExceptionWithReason, reasons);
    }
}
