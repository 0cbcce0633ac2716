using System.Text.Json;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Npgsql;

namespace Kim.Cases.Data;

/// <summary>
/// The whole case as one row: its own columns, and a JSON column per kind of thing that hangs on it. A case is opened all day, and a query
/// per part was nine tenths of the time of the answer. Row-level policies hold for each table in it.
/// </summary>
internal static class CaseSheet
{
    private const string Sql = """
        select c.id, c.number, c.phase, c.given_names, c.family_name, c.birth_date, c.sex, c.languages, c.ags, c.occasion, c.access_path, c.household_size,
          c.opened_on, c.responsible_id, c.indication_criteria, c.indication_override, c.planning_passed, c.plan_version, c.plan_agreed_on, c.plan_agreed_version,
          c.closed_on, c.closure_reason, c.closure_note, c.xmin as row_version,
          (select json_agg(p order by p.id) from consents p where p.case_id = c.id) as consents,
          (select json_agg(p) from domain_ratings p where p.case_id = c.id) as ratings,
          (select json_agg(p order by p.id) from case_needs p where p.case_id = c.id) as needs,
          (select json_agg(p order by p.id) from goals p where p.case_id = c.id) as goals,
          (select json_agg(p order by p.id) from measures p where p.case_id = c.id) as measures,
          (select json_agg(p order by p.valid_from) from residence_periods p where p.case_id = c.id) as residence_periods,
          (select json_agg(p order by p.id) from nationalities p where p.case_id = c.id) as nationalities,
          (select json_agg(p order by p.id) from phase_changes p where p.case_id = c.id) as phase_changes,
          (select json_agg(p order by p.requested_at) from interpreter_requests p where p.case_id = c.id) as talks,
          (select json_agg(p order by p.reported_on, p.id) from (
            select n.*, t.title as theme_title, t.state as theme_state, (
              select json_agg(d order by d.adopted_on, d.resolution_id) from (
                select decision.*, m.started_on, m.started_version, m.completed_on, m.completed_version, m.outcome
                from decisions decision left join measure_progress m on m.measure_id = decision.measure_id
                where decision.theme_id = t.id or decision.need_ids @> array[n.id]) d) as decisions
            from structural_needs n left join lateral (
              select theme.* from theme_needs link join themes theme on theme.id = link.theme_id and theme.version = link.last_version
              where link.need_id = n.id order by theme.id limit 1) t on true
            where n.case_id = c.id) p) as structural_needs,
          (select json_agg(p order by p.referred_at, p.id) from (
            select r.*, (select json_agg(s order by s.version, s.kind) from naturalisation_steps s where s.referral_id = r.id) as steps
            from naturalisation_referrals r where r.case_id = c.id) p) as referrals
        from cases c
        where c.id = $1
        """;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The query for a case that the actor may read.</summary>
    public static SqlQuery Of(Guid id, Actor actor) => new($"{Sql} and {CaseQueries.SqlOfVisible(actor, "$2")}", id, actor.AccountId);

    /// <summary>A JSON column as records whose members are named as its columns.</summary>
    public static IReadOnlyList<T> Part<T>(this NpgsqlDataReader row, string column)
    {
        var at = row.GetOrdinal(column);
        return row.IsDBNull(at) ? [] : JsonSerializer.Deserialize<List<T>>(row.GetFieldValue<byte[]>(at), Json)!;
    }

    /// <summary>A column, null (or default) when it is null.</summary>
    public static T Column<T>(this NpgsqlDataReader row, string column)
    {
        var at = row.GetOrdinal(column);
        return row.IsDBNull(at) ? default! : row.GetFieldValue<T>(at);
    }
}
