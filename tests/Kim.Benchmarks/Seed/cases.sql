-- Cases of three years, oldest first; :cases rows for :managers case managers. Everything follows from the number of the row.
create function pg_temp.uuid7(moment timestamptz, seed text) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3) || '8' || substr(md5(seed), 4, 15))::uuid
$$;
create function pg_temp.manager(number int) returns uuid language sql immutable as $$
  select case number when 1 then '0a000000-0000-4000-8000-000000000001' else '0a000000-0000-4000-9000-' || lpad(number::text, 12, '0') end::uuid
$$;
create function pg_temp.pick(list text[], number int) returns text language sql immutable as $$
  select list[1 + number % array_length(list, 1)]
$$;

insert into accounts (id, version, roles, organisation, team, ags, position, active)
select pg_temp.manager(number), 1, '{CASE_MANAGER}', 'ki', 'cm-ki', '{05558012,05558016}', null, true
from generate_series(1, :managers) number
on conflict (id) do nothing;

create temporary table seed on commit drop as
select number, pg_temp.uuid7(opened_at, 'case ' || number) as id, opened_at, extract(year from opened_at)::int as year,
  pg_temp.manager(1 + (number - 1) % :managers) as manager,
  pg_temp.pick(array['ANFRAGE','KLAERUNG','ASSESSMENT','HILFEPLANUNG','HILFEPLANUNG','LINKING','LINKING','LINKING','MONITORING','ABGESCHLOSSEN'], number / :managers) as phase,
  pg_temp.pick(array['05558012','05558016','05558004','05558008','05558020','05558024','05558028','05558032','05558036','05558040','05558044'], number) as ags,
  -- Name as the document shows it | search form of DIN 91379 | form that forgives a dropped letter.
  string_to_array(pg_temp.pick(array['Al-Ḥasan|AL-HASAN|AL-HASAN','Öztürk|OEZTUERK|OZTURK','Nguyễn|NGUYEN|NGUYEN','Kovalenko|KOVALENKO|KOVALENKO','Ionescu|IONESCU|IONESCU',
    'Müller|MUELLER|MULLER','Şahin|SAHIN|SAHIN','Ahmadi|AHMADI|AHMADI','Petrović|PETROVIC|PETROVIC','Tesfay|TESFAY|TESFAY','Ibrahim|IBRAHIM|IBRAHIM','Kaya|KAYA|KAYA',
    'Hoxha|HOXHA|HOXHA','Barzani|BARZANI|BARZANI','Diallo|DIALLO|DIALLO','Rahimi|RAHIMI|RAHIMI','Šimić|SIMIC|SIMIC','Popescu|POPESCU|POPESCU','Haddad|HADDAD|HADDAD'], number / 7), '|') as family,
  string_to_array(pg_temp.pick(array['Layla|LAYLA|LAYLA','Amira|AMIRA|AMIRA','Mehmet|MEHMET|MEHMET','Oleksandra|OLEKSANDRA|OLEKSANDRA','Maria|MARIA|MARIA','José|JOSE|JOSE','Ömer|OEMER|OMER',
    'Fatima|FATIMA|FATIMA','Selam|SELAM|SELAM','Dragan|DRAGAN|DRAGAN','Arta|ARTA|ARTA','Rojin|ROJIN|ROJIN','Mariama|MARIAMA|MARIAMA','Zahra|ZAHRA|ZAHRA','Yusuf|YUSUF|YUSUF',
    'Anh|ANH|ANH','Ivana|IVANA|IVANA'], number / 3), '|') as given
from (select number, now() - interval '3 years' + number * (interval '3 years' / :cases) as opened_at from generate_series(1, :cases) number) row;

insert into cases (id, number, given_names, family_name, birth_date, sex, languages, search_text, ags, occasion, access_path, household_size,
  responsible_id, phase, opened_at, opened_on, interpreters_ref, version, indication_criteria, planning_passed, plan_version, plan_agreed_on, plan_agreed_version,
  closed_on, closure_reason)
select id, format('KIM-%s-%s', year, lpad(number::text, 6, '0')), given[1], family[1], date '1955-01-01' + (number * 37) % 25000,
  pg_temp.pick(array['FEMALE','MALE'], number), array['ara','deu'], format('%s %s %s %s', family[2], given[2], family[3], given[3]), ags,
  'Mehrere Behörden, keine Übersicht; Wohnung und Sprachkurs fehlen', pg_temp.pick(array['SELBST','JOBCENTER'], number), 1 + number % 6,
  manager, phase, opened_at, opened_at::date, gen_random_uuid(), 9, '{}', phase in ('LINKING','MONITORING','ABGESCHLOSSEN'), 1, opened_at::date + 30, 1,
  case phase when 'ABGESCHLOSSEN' then least(opened_at::date + 200, current_date) end, case phase when 'ABGESCHLOSSEN' then 'ZIELE_ERREICHT' end
from seed order by number;

insert into consents (id, case_id, recipient, recipient_type, purpose, data_categories, direction, valid_from, valid_until, form, language_of_explanation, recorded_at, recorded_by)
select pg_temp.uuid7(opened_at, 'consent ' || number), id, 'Jobcenter Kreis Coesfeld', 'JOBCENTER', 'Abstimmung der Hilfen', '{KONTAKT,HILFEPLAN}', 'BOTH',
  opened_at::date, opened_at::date + 1500, 'WRITTEN', 'ara', opened_at, manager
from seed order by number;

insert into domain_ratings (case_id, domain, level, note, rated_on)
select id, domain, 1 + number % 4, null, opened_at::date + 14
from seed cross join unnest(array['AUFENTHALT','WOHNEN','SPRACHE','SCHULE_KITA','AUSBILDUNG_ARBEIT','GESUNDHEIT']) domain order by number;

insert into case_needs (id, case_id, domain, topic, rechtskreis, description, recorded_on)
select pg_temp.uuid7(opened_at + interval '15 days', topic || number), id, topic, topic, 'SGB2', 'Wartet seit Monaten auf einen Bescheid', opened_at::date + 15
from seed cross join unnest(array['WOHNEN','SPRACHE']) topic order by number;

insert into goals (id, case_id, title, need_id, due_on)
select pg_temp.uuid7(opened_at + interval '20 days', 'goal ' || number), id, 'Eine eigene Wohnung', null, opened_at::date + 180
from seed order by number;

insert into measures (id, case_id, goal_id, title, offer_id, offer_title, responsible, due_on, state, started_on)
select pg_temp.uuid7(opened_at + interval '21 days', 'measure ' || number), id, pg_temp.uuid7(opened_at + interval '20 days', 'goal ' || number),
  'Antrag auf einen Wohnberechtigungsschein', null, null, 'Case Management', opened_at::date + 60, 'STARTED', opened_at::date + 25
from seed order by number;

insert into residence_periods (id, case_id, status, valid_from, valid_until, issuing_authority, identity_clarified, recorded_at, recorded_by)
select pg_temp.uuid7(opened_at, 'period ' || number), id, 'P25_2', opened_at::date - 400, null, 'Kreis Coesfeld', 'YES', opened_at, manager
from seed order by number;

insert into nationalities (id, case_id, country, valid_from, valid_until, proof)
select pg_temp.uuid7(opened_at, 'nationality ' || number), id, pg_temp.pick(array['SYR','TUR','UKR','AFG','IRQ'], number), null, null, 'Pass'
from seed order by number;

insert into phase_changes (id, case_id, "from", "to", note, at, by)
select pg_temp.uuid7(opened_at + step.day * interval '1 day', step."to" || number), id, step."from", step."to", null, opened_at + step.day * interval '1 day', manager
from seed cross join (values (7, 'ANFRAGE', 'KLAERUNG'), (14, 'KLAERUNG', 'ASSESSMENT')) step (day, "from", "to")
where phase not in ('ANFRAGE','KLAERUNG') order by number;

insert into structural_needs (id, case_id, version, topic, rechtskreis, agency_type, ags, effect, weight, state, reported_on)
select pg_temp.uuid7(opened_at + interval '40 days', 'structural ' || number), id, 1, 'WOHNEN', 'SGB2', 'JOBCENTER', array[ags], 'Wartezeit über sechs Monate', 1, 'OPEN', opened_at::date + 40
from seed where number % 10 = 0 order by number;

insert into notices (id, case_id, subject_id, kind, at)
select pg_temp.uuid7(opened_at + interval '60 days', 'notice ' || number), id, gen_random_uuid(), 'RESOLUTION_ADOPTED', opened_at + interval '60 days'
from seed where number % 10 = 5 order by number;

insert into funding_files (case_id, reference, version, facts, closed)
select id, gen_random_uuid(), 4, json_build_object('ags', ags, 'openedOn', opened_at::date, 'phase', phase, 'ageBand', '27-44', 'sex', 'FEMALE', 'nationalityGroup', 'SYR',
  'statusGroup', 'PROTECTED', 'lengthOfStayBand', '1-3', 'accessPath', 'SELBST', 'householdSize', 3, 'topics', array['SPRACHE','WOHNEN'], 'rechtskreise', array['SGB2'],
  'goals', 1, 'goalsAttained', 0, 'position', null)::text, phase = 'ABGESCHLOSSEN'
from seed order by number;

-- The next file number of each year stands behind those that are taken.
select setval('case_number_' || year, max(number)) from seed group by year;
