namespace Kim.Network.Domain;

/// <summary>
/// The counts of a theme as they left the coordinators in a month: taken once, from the needs of the months that were over, and never
/// changed. The next release looks at all of them, so that no two tell together what neither tells.
/// </summary>
internal sealed class ThemeRelease
{
    /// <summary>The theme.</summary>
    public Guid ThemeId { get; init; }

    /// <summary>First day of the month in which it is shown.</summary>
    public DateOnly Month { get; init; }

    /// <summary>The counts by key.</summary>
    public List<ReleasedNeeds> Counts { get; init; } = [];

    /// <summary>The month in which a day lies.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>A count of a release.</summary>
/// <param name="Key">What is counted.</param>
/// <param name="Count">The count.</param>
/// <param name="IsHidden">Whether it was not told.</param>
internal sealed record ReleasedNeeds(string Key, int Count, bool IsHidden);
