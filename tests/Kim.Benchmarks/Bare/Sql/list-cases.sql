-- items
select c.id, c.number, c.phase, c.family_name, c.given_names, c.ags, c.opened_on,
  (select count(*)::int from structural_needs s where s.case_id = c.id and s.state = 'OPEN') as open_structural_needs,
  (select count(*)::int from notices n where n.case_id = c.id and n.read_at is null) as unread_notices,
  c.opened_at
from cases c
where c.erase_on is null and c.responsible_id = $1 and c.phase = $2
order by c.opened_at desc, c.id desc
limit 51;
