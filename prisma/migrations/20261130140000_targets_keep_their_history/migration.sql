-- A target that is changed keeps what it was, who set it, when and why: words are added, none is changed. The city asks, a commune pledges,
-- and the higher one holds. What the campaign asks of everybody every year stands in a function, so that it holds in every database.
CREATE TYPE "target_voice" AS ENUM ('asked', 'pledged');

DROP TRIGGER raise_version ON target;
UPDATE target SET reason = 'Chỉ tiêu hằng năm của Hội LHPN' WHERE reason IS NULL;
ALTER TABLE "target" DROP COLUMN "version",
  ADD COLUMN "voice" "target_voice" NOT NULL DEFAULT 'asked',
  ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1,
  ALTER COLUMN "value" DROP NOT NULL,
  ALTER COLUMN "reason" SET NOT NULL,
  ADD CONSTRAINT target_number_check CHECK (number > 0);

DROP INDEX "target_indicator_code_unit_id_year_key";
CREATE UNIQUE INDEX "target_indicator_code_unit_id_year_voice_number_key" ON "target"("indicator_code", "unit_id", "year", "voice", "number");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON target FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON target FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
SELECT app.guard('target');

DROP FUNCTION app.target_of(uuid, int, text);
-- What the campaign asks of every unit every year, also where nobody has set anything: all sub-associations and all groups.
CREATE FUNCTION app.campaign_target(p_indicator text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_indicator IN ('coverage_sub_association', 'coverage_group') THEN 100 END $$;

-- Targets of units on a day, for the year it lies in: inherited by their place of that day, from words that were said by then (about a year
-- that was over, on its last day). Both voices, where each was said, and the higher one, which holds. A closed unit keeps its last place.
CREATE FUNCTION app.targets_on(p_units uuid[], p_indicators text[], day date) RETURNS TABLE (unit_id uuid, indicator text, value numeric, asked numeric, asked_at uuid, pledged numeric, pledged_at uuid)
  LANGUAGE sql STABLE AS $$
  WITH place AS (SELECT DISTINCT ON (s.unit_id) s.unit_id, s.path FROM unit_span s WHERE s.unit_id = ANY (p_units) AND s.valid_from <= day ORDER BY s.unit_id, s.valid_from DESC),
    way AS (SELECT p.unit_id, up.id AS up_id, n.depth FROM place p CROSS JOIN LATERAL unnest(string_to_array(trim('/' FROM p.path), '/')::int[]) WITH ORDINALITY n(no, depth) JOIN unit up ON up.no = n.no),
    word AS (SELECT DISTINCT ON (t.indicator_code, t.unit_id, t.voice) t.indicator_code, t.unit_id, t.voice, t.value FROM target t
      WHERE t.year = extract(year FROM day)::int AND t.indicator_code = ANY (p_indicators) AND least((t.set_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, make_date(t.year, 12, 31)) <= day
      ORDER BY t.indicator_code, t.unit_id, t.voice, t.number DESC),
    heard AS (SELECT DISTINCT ON (w.unit_id, x.indicator_code, x.voice) w.unit_id, x.indicator_code, x.voice, x.value, w.up_id FROM way w JOIN word x ON x.unit_id = w.up_id
      WHERE x.value IS NOT NULL ORDER BY w.unit_id, x.indicator_code, x.voice, w.depth DESC)
  SELECT p.unit_id, i.code, greatest(coalesce(a.value, app.campaign_target(i.code)), b.value), coalesce(a.value, app.campaign_target(i.code)), a.up_id, b.value, b.up_id
  FROM place p CROSS JOIN unnest(p_indicators) i(code)
    LEFT JOIN heard a ON a.unit_id = p.unit_id AND a.indicator_code = i.code AND a.voice = 'asked'
    LEFT JOIN heard b ON b.unit_id = p.unit_id AND b.indicator_code = i.code AND b.voice = 'pledged' $$;

REVOKE UPDATE ON target FROM portal_app;
