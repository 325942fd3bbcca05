-- Quarters, half-years and years are owed as months are, from the first that began with the first month that is owed; each kind has its day.
-- A snapshot of a commune reads its own units alone, and what moved since a signing is compared in all that a closed month holds.
DROP FUNCTION app.make_periods(date, date, int);
-- Periods of each kind, from the one a day lies in to the one another lies in, made once however often: each begins where the one before
-- ends. A report is due on such a day of the month after, kind by kind; it is owed of what has not ended yet and began with the first month that is
-- owed, or later. Older ones may be filed.
CREATE OR REPLACE FUNCTION app.make_periods(since date, until date, due_days int[]) RETURNS int LANGUAGE sql AS $$
  WITH made AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on, owed)
    SELECT app.uuid7(), k.kind, d::date, (d + k.months)::date, (d + k.months)::date + due_days[k.at] - 1, (d + k.months)::date > app.today()
      AND (k.kind = 'month' OR d::date >= coalesce((SELECT min(p.starts_on) FROM reporting_period p WHERE p.kind = 'month' AND p.owed), date_trunc('month', app.today())::date))
    FROM (VALUES (1, 'month'::period_kind, 'month', interval '1 month'), (2, 'quarter', 'quarter', '3 months'), (3, 'half_year', NULL, '6 months'), (4, 'year', 'year', '1 year')) k (at, kind, unit, months)
      CROSS JOIN LATERAL generate_series(coalesce(date_trunc(k.unit, since::timestamp), make_date(extract(year FROM since)::int, CASE WHEN extract(month FROM since) > 6 THEN 7 ELSE 1 END, 1)), until::timestamp, k.months) d
    ON CONFLICT (kind, starts_on) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;

UPDATE reporting_period p SET due_on = p.ends_on + CASE p.kind WHEN 'quarter' THEN 9 ELSE 14 END,
  owed = p.ends_on > app.today() AND p.starts_on >= coalesce((SELECT min(m.starts_on) FROM reporting_period m WHERE m.kind = 'month' AND m.owed), date_trunc('month', app.today())::date)
WHERE p.kind <> 'month';

-- What a snapshot of a unit holds: a row for each unit of its subtree, with name, kind and place of the day. The place itself and its parts
-- carry every indicator; sub-associations and groups, however deep, whether they count and why. Of a silent commune nothing is told.
CREATE OR REPLACE FUNCTION app.snapshot_rows(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, level unit_level, name text, kind unit_kind_name, path text, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  told AS MATERIALIZED (SELECT * FROM app.figures_told(p_unit, since, day)),
  fact AS MATERIALIZED (SELECT c.unit_id, jsonb_build_object('family', c.has_family, 'pair', c.has_pair, 'tied', c.tied, 'covered', c.covered) AS facts 
      FROM (SELECT x.unit_id, x.has_family, x.has_pair, x.tied, x.covered FROM app.coverage_units_of(p_unit, day) x WHERE NOT (SELECT app.is_whole(p_unit))
        UNION ALL SELECT x.unit_id, x.has_family, x.has_pair, x.tied, x.covered FROM app.coverage_units(day) x WHERE (SELECT app.is_whole(p_unit))) c)
  SELECT here.unit_id, s.level, coalesce(n.name, u.slug), k.kind, s.path, CASE WHEN here.reported THEN coalesce(fact.facts, '{}') ELSE '{}' END || coalesce(told.figures, '{}')
  FROM here JOIN unit u ON u.id = here.unit_id JOIN unit_span s ON s.unit_id = here.unit_id AND app.active_on(s.valid_from, s.valid_to, day)
    LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = here.unit_id AND x.valid_from <= day AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) n ON true
    LEFT JOIN unit_kind k ON k.unit_id = here.unit_id AND app.active_on(k.valid_from, k.valid_to, day)
    LEFT JOIN told ON told.unit_id = here.unit_id LEFT JOIN fact ON fact.unit_id = here.unit_id $$;

DROP FUNCTION app.coverage_moved(uuid[]);
-- How many units count otherwise now than in each of these snapshots, and how many figures of its place: what the lock of a month holds, and so what
-- must stand as it was filed. Members and women are not among them: a record that comes late moves them, and a merger.
CREATE OR REPLACE FUNCTION app.coverage_moved(snapshots uuid[]) RETURNS TABLE (snapshot_id uuid, units int, figures int) LANGUAGE sql STABLE AS $$
  SELECT s.id, (SELECT count(*)::int FROM (SELECT r.unit_id, r.figures FROM snapshot_row r WHERE r.snapshot_id = s.id AND r.level IN ('sub_association', 'group')) filed
      FULL JOIN (SELECT c.* FROM app.units_of_place(s.unit_id, s.as_of) h JOIN app.coverage_units_of(s.unit_id, s.as_of) c ON c.unit_id = h.unit_id WHERE h.reported) today USING (unit_id)
      WHERE (filed.figures ->> 'family', filed.figures ->> 'pair', filed.figures ->> 'tied', filed.figures ->> 'covered') IS DISTINCT FROM (today.has_family::text, today.has_pair::text, today.tied::text, today.covered::text)),
    (SELECT count(*)::int FROM unnest(ARRAY['sessions_held', 'hours_taught', 'attendances', 'peer_lessons', 'peer_lesson_minutes', 'peer_lesson_learners', 'pairs_active', 'models_digital_womens_club',
        'models_digital_sub_association', 'models_one_plus_one_instructor', 'models_digital_family', 'models_planned', 'models_paused']) k (code)
      JOIN snapshot_row r ON r.snapshot_id = s.id AND r.unit_id = s.unit_id
      WHERE coalesce((r.figures -> k.code ->> 'done')::numeric, 0) <> coalesce((SELECT f.done FROM app.indicator(k.code, s.unit_id, s.as_of) f WHERE f.unit_id = s.unit_id), 0))
  FROM snapshot s WHERE s.id = ANY (snapshots) $$;

