namespace Kim.Funding.Data;

/// <summary>Who sees which rows, in the database's own words: the second fence under the policies.</summary>
internal static class RowScopes
{
    /// <summary>Money is seen by the funding office alone.</summary>
    public const string Office = "(select kim.has_role('FUNDING_OFFICER'))";

    /// <summary>Positions, who holds them and what was decided is seen by the coordination too.</summary>
    public const string Staffing = $"{Office} or (select kim.has_role('COORDINATOR'))";
}
