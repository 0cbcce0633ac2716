namespace Kim.Cases.Data;

/// <summary>Row-level policies of this service: the second fence under the queries.</summary>
internal static class RowScopes
{
    /// <summary>A case manager sees own cases; the Fachaufsicht sees all, whatever the employer (S-40).</summary>
    public const string Case = "responsible_id = (select kim.account()) or (select kim.has_role('COORDINATOR'))";

    /// <summary>What hangs on a case is seen with it: the inner query stands under the policy of cases itself.</summary>
    public const string OfCase = "exists (select 1 from cases where cases.id = case_id)";
}
