-- A released report with :lines figures in one table of groups by codes, and the same lines of its CSV form as a plain table.
insert into reports (id, period_from, period_until, version, state, released_version, changed_at)
values ('0b000000-0000-4000-8000-000000000001', '2025-01-01', '2026-01-01', 1, 'RELEASED', 1, now());

with lines as materialized (select number, 'A' || number % 1000 as first, 'B' || number / 1000 as second, 5 + number % 995 as value from generate_series(0, :lines - 1) number),
     document as materialized (
       select '{"from":"2025-01-01","reportId":"0b000000-0000-4000-8000-000000000001","schema":"kim.funding.indicator-report/1","smallCells":{"mark":"<5","threshold":5},"tables":[{"dimensions":["FIRST","SECOND"],"group":4,"lines":['
         || string_agg(format('{"codes":["%s","%s"],"value":%s}', first, second, value), ',' order by number) || '],"name":"BENCH","unit":"CASES"}],"until":"2026-01-01","version":1}' as text from lines)
insert into report_versions (id, report_id, number, state, canonical, sha256, findings, computed_at, validated_at, released_at)
select '0b000000-0000-4000-8000-000000000002', '0b000000-0000-4000-8000-000000000001', 1, 'RELEASED', text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), '[]', now(), now(), now() from document;

create table bench_lines as
select '0b000000-0000-4000-8000-000000000001'::uuid as report_id, 1 as version, (select sha256 from report_versions where id = '0b000000-0000-4000-8000-000000000002') as sha256,
  date '2025-01-01' as "from", date '2025-12-31' as until, 4 as "group", 'BENCH' as "table", 'CASES' as unit, 'FIRST' as dimension_1, 'A' || number % 1000 as code_1,
  'SECOND' as dimension_2, 'B' || number / 1000 as code_2, 5 + number % 995 as value, false as suppressed
from generate_series(0, :lines - 1) number;
analyze bench_lines;
