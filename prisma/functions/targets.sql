-- What the campaign asks of every unit every year, also where nobody has set anything: all sub-associations and all groups.
CREATE OR REPLACE FUNCTION app.campaign_target(p_indicator text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_indicator IN ('coverage_sub_association', 'coverage_group') THEN 100 END $$;

-- Targets of units on a day, for the year it lies in: a share inherited by their place of that day (a count is of the unit that it was said
-- for alone: what the city wants in all is not what each commune does), from words that were said by then (about a year
-- that was over, on its last day). Both voices, where each was said, and the higher one, which holds. A closed unit keeps its last place.
CREATE OR REPLACE FUNCTION app.targets_on(p_units uuid[], p_indicators text[], day date) RETURNS TABLE (unit_id uuid, indicator text, value numeric, asked numeric, asked_at uuid, pledged numeric, pledged_at uuid)
  LANGUAGE sql STABLE AS $$
  WITH place AS (SELECT DISTINCT ON (s.unit_id) s.unit_id, s.path FROM unit_span s WHERE s.unit_id = ANY (p_units) AND s.valid_from <= day ORDER BY s.unit_id, s.valid_from DESC),
    way AS (SELECT p.unit_id, up.id AS up_id, n.depth FROM place p CROSS JOIN LATERAL unnest(string_to_array(trim('/' FROM p.path), '/')::int[]) WITH ORDINALITY n(no, depth) JOIN unit up ON up.no = n.no),
    word AS (SELECT DISTINCT ON (t.indicator_code, t.unit_id, t.voice) t.indicator_code, t.unit_id, t.voice, t.value FROM target t
      WHERE t.year = extract(year FROM day)::int AND t.indicator_code = ANY (p_indicators) AND least((t.set_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, make_date(t.year, 12, 31)) <= day
      ORDER BY t.indicator_code, t.unit_id, t.voice, t.number DESC),
    heard AS (SELECT DISTINCT ON (w.unit_id, x.indicator_code, x.voice) w.unit_id, x.indicator_code, x.voice, x.value, w.up_id FROM way w JOIN word x ON x.unit_id = w.up_id
      WHERE x.value IS NOT NULL AND (w.up_id = w.unit_id OR x.indicator_code = ANY (ARRAY (SELECT i.code FROM indicator i WHERE i.unit_of_measure = 'percent'))) ORDER BY w.unit_id, x.indicator_code, x.voice, w.depth DESC)
  SELECT p.unit_id, i.code, greatest(coalesce(a.value, app.campaign_target(i.code)), b.value), coalesce(a.value, app.campaign_target(i.code)), a.up_id, b.value, b.up_id
  FROM place p CROSS JOIN unnest(p_indicators) i(code)
    LEFT JOIN heard a ON a.unit_id = p.unit_id AND a.indicator_code = i.code AND a.voice = 'asked'
    LEFT JOIN heard b ON b.unit_id = p.unit_id AND b.indicator_code = i.code AND b.voice = 'pledged' $$;
