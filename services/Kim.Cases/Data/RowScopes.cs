namespace Kim.Cases.Data;

/// <summary>Row-level policies of this service: the second fence under the queries.</summary>
internal static class RowScopes
{
    /// <summary>
    /// A case manager sees own cases; the Fachaufsicht sees all, whatever the employer (S-40). A client that pulls consented facts sees
    /// the one case behind the referral that its request names (<see cref="Disclosure"/>), and without a name none. What is to be erased
    /// is out of sight for all of them; the data protection officer decides on it, and sees each case for that.
    /// </summary>
    // Asked row by row, not in a subquery once per query: a case is read with eleven tables whose policies ask this one again, and the
    // database plans and sets up every subquery of each of them before it knows that one row is asked for.
    public const string Case =
        "(erase_on is null and (responsible_id = kim.account() or (kim.has_role('COORDINATOR') and kim.reaches('ALL')) "
        + "or (kim.has_role('" + Client + "') and id = kim.disclosed_case()))) "
        + "or kim.has_role('DPO') or (kim.has_role('COORDINATOR') and id = " + ErasureDoor.Named + ")";

    /// <summary>The case behind the referral that the transaction names; null without a name, and for whom the door is closed.</summary>
    public const string Functions = """
        create or replace function kim.disclosed_case() returns uuid language plpgsql stable as
            $$ begin return (select door.case_id from public.referral_doors door where door.referral_id =
        """ + " " + Disclosure.Named + "); end $$;";

    /// <summary>Copy and erasure of a person's data: the Fachaufsicht and the data protection officer.</summary>
    public const string PersonRights = "(select kim.has_role('COORDINATOR')) or (select kim.has_role('DPO'))";

    /// <summary>
    /// The door from a referral to its case. Its policy must not ask the cases, whose policy asks it: who made it may, and the client,
    /// which sees the one it names.
    /// </summary>
    public const string Door =
        "opened_by = kim.account() or (kim.has_role('" + Client + "') and referral_id = " + Disclosure.Named + ")";

    /// <summary>What hangs on a case is seen with it: the inner query stands under the policy of cases itself.</summary>
    public const string OfCase = "exists (select 1 from cases where cases.id = case_id)";

    /// <summary>Steps of a procedure are seen with their referral; a step whose referral is unknown is seen by nobody.</summary>
    public const string OfReferral = "exists (select 1 from naturalisation_referrals referral where referral.id = referral_id)";

    private const string Client = "scope:cases:consented-facts";
}
