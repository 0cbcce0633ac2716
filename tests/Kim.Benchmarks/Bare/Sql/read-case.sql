-- case
select id, access_path, ags, closed_on, closure_note, closure_reason, household_size, indication_criteria, indication_override, number, occasion, opened_at, opened_on, phase,
  plan_agreed_on, plan_agreed_version, plan_version, responsible_id, xmin, version, birth_date, family_name, given_names, languages, sex
from cases where erase_on is null and responsible_id = $2 and id = $1;
-- consents
select id, data_categories, direction, form, language_of_explanation, purpose, recipient, recipient_type, revoked_at, valid_from, valid_until from consents where case_id = $1 order by id;
-- ratings
select domain, level, note, rated_on from domain_ratings where case_id = $1 order by domain;
-- needs
select id, description, domain, rechtskreis, recorded_on, topic from case_needs where case_id = $1 order by id;
-- goals
select id, attainment, due_on, need_id, rated_on, title from goals where case_id = $1 order by id;
-- measures
select m.id, m.due_on, m.goal_id, m.offer_id, m.offer_title, m.responsible, m.started_on, m.state, m.title from goals g join measures m on m.goal_id = g.id where g.case_id = $1 order by g.id, m.id;
-- residencePeriods
select id, identity_clarified, issuing_authority, status, valid_from, valid_until from residence_periods where case_id = $1 order by valid_from;
-- nationalities
select id, country, proof, valid_from, valid_until from nationalities where case_id = $1 order by id;
-- phaseChanges
select id, at, "from", note, "to" from phase_changes where case_id = $1 order by id;
-- interpreterRequests
select id, completed_minutes, decline_reason, settlement, state, dialect, duration_minutes, language, meeting_place, mode, required_level, starts_at, topic_class
from interpreter_requests where case_id = $1 order by requested_at;
-- structuralNeeds
select id, agency_type, ags, effect, rechtskreis, reported_on, state, topic from structural_needs where case_id = $1 order by reported_on, id;
-- referrals
select id, consent_ended_at, consent_id, referred_on from naturalisation_referrals where case_id = $1 order by referred_at, id;
