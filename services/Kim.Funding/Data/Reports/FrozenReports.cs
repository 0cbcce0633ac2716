namespace Kim.Funding.Data.Reports;

/// <summary>
/// What the database itself refuses, whoever asks: to change or delete a released version or the figures behind it, and to change
/// or delete an entry of the journal. The migration runs it.
/// </summary>
internal static class FrozenReports
{
    public const string CreateSql = """
        create function refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception '% is frozen', tg_table_name using errcode = 'restrict_violation';
        end $$;

        create trigger released_version_is_frozen before update or delete on report_versions
            for each row when (old.state = 'RELEASED') execute function refuse_change();

        create function refuse_released_figures() returns trigger language plpgsql as $$
        begin
            if exists (select from report_versions v where v.id = old.version_id and v.state = 'RELEASED') then
                raise exception 'report_figures is frozen' using errcode = 'restrict_violation';
            end if;
            if tg_op = 'DELETE' then return old; end if;
            return new;
        end $$;

        create trigger released_figures_are_frozen before update or delete on report_figures
            for each row execute function refuse_released_figures();

        create trigger journal_only_grows before update or delete on report_journal
            for each row execute function refuse_change();
        """;

    /// <summary>Since persons are erased: one change of the journal is let through, which cuts an entry off its person and changes no figure.</summary>
    public const string LetCutSql = """
        create function cut_or_refuse() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' and new.aggregate <> old.aggregate
                and (new.wire_name, new.version, new.body_hash) = (old.wire_name, old.version, old.body_hash)
                and new.body - 'caseRef' - 'bookingRef' = old.body - 'caseRef' - 'bookingRef'
                and coalesce(new.body ->> 'caseRef', new.body ->> 'bookingRef') = new.aggregate::text then
                return new;
            end if;
            raise exception '% is frozen', tg_table_name using errcode = 'restrict_violation';
        end $$;

        drop trigger journal_only_grows on report_journal;
        create trigger journal_only_grows before update or delete on report_journal
            for each row execute function cut_or_refuse();
        """;
}
