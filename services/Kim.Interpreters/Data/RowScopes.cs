namespace Kim.Interpreters.Data;

/// <summary>
/// Who sees which rows, in the database's own words: the second fence under the policies. The desk and the coordination
/// see the pool; an interpreter sees the own rows.
/// </summary>
internal static class RowScopes
{
    private const string Desk = "((select kim.reaches('ALL')) and ((select kim.has_role('POOL_DESK')) or (select kim.has_role('COORDINATOR'))))";

    private const string Own = "interpreter_id in (select i.id from interpreters i where i.account_id = (select kim.account()))";

    /// <summary>Interpreters themselves.</summary>
    public const string Interpreters = $"{Desk} or account_id = (select kim.account())";

    /// <summary>Offers and assignments.</summary>
    public const string OfInterpreter = $"{Desk} or {Own}";

    /// <summary>Settlements are read for the funding reports, too.</summary>
    public const string Settlements = $"{Desk} or (select kim.has_role('FUNDING_OFFICER')) or {Own}";

    /// <summary>Bookings: whoever was asked.</summary>
    public const string Bookings =
        $"{Desk} or id in (select o.booking_id from offers o join interpreters i on i.id = o.interpreter_id where i.account_id = (select kim.account()))";
}
