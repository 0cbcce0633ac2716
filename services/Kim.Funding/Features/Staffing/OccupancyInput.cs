namespace Kim.Funding.Features;

/// <summary>Who holds a position from when on, as requests say it.</summary>
public sealed record OccupancyInput(
    [property: Description("The account; absent for staff without one.")] Guid? AccountId = null,
    [property: Required, Range(typeof(decimal), "0.01", "50", ParseLimitsInInvariantCulture = true), Description("VZÄ, two decimals; at most 1 with an account.")] decimal? Vzae = null,
    [property: Required, Description("First day.")] DateOnly? From = null,
    [property: Description("First day on which it is no longer filled; absent is open.")] DateOnly? Until = null,
    [property: Required, AllowedValues(EmploymentTypes.Beamter, EmploymentTypes.Tarif), Description("BEAMTER or TARIF.")] string EmploymentType = "")
{
    /// <summary>The facts, or what is plainly impossible about them.</summary>
    internal Result<OccupancyFacts> Read()
    {
        if (Vzae!.Value != Math.Round(Vzae.Value, 2, MidpointRounding.AwayFromZero)) return Error.Invalid("vzae-decimals", "VZÄ have two decimals.", "vzae");
        if (AccountId is not null && Vzae > 1m) return Error.Invalid("vzae-of-one-person", "One account fills at most 1.0 VZÄ.", "vzae");
        if (Until <= From) return Error.Invalid("period-empty", "The last bound lies after the first day.", "until");
        return new OccupancyFacts(AccountId, Vzae.Value, From!.Value, Until, EmploymentType);
    }
}

/// <summary>What a change of an occupancy answers.</summary>
/// <param name="Id">The occupancy that stands now; null when it never happened.</param>
/// <param name="Position">The position.</param>
/// <param name="State">Its state today.</param>
/// <param name="FilledVzae">VZÄ filled today.</param>
/// <param name="Warnings">Rules that are broken or should be looked at, in German (S-67 and the quotas): listed, not refused.</param>
public sealed record OccupancyAnswer(Guid? Id, string Position, string State, decimal FilledVzae, IReadOnlyList<OccupancyWarning> Warnings);

/// <summary>Something to look at.</summary>
public sealed record OccupancyWarning(string Code, string TextDe);
