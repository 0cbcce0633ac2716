insert into cases (id, number, given_names, family_name, birth_date, sex, languages, search_text, ags, occasion, access_path, household_size, responsible_id,
  phase, opened_at, opened_on, interpreters_ref, version, indication_criteria, planning_passed, plan_version)
values ($1, format('KIM-%s-%s', to_char($13, 'YYYY'), lpad(nextval(('case_number_' || to_char($13, 'YYYY'))::regclass)::text, 6, '0')),
  $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'ANFRAGE', $13, $13::date, $14, 1, '{}', false, 0)
returning number
