-- Whether a Digital Family without board or households counts is for the province to rule, from a day on (docs/decisions/0122). What is
-- kept follows from the one view of family days, so that counts, gaps, trends and sheets need no word of their own; past days keep theirs.
ALTER TABLE "coverage_ruling" ADD COLUMN "needs_households" BOOLEAN NOT NULL DEFAULT false;

-- The days on which a Digital Family counts only with a board and a household, as the province has ruled; none while it has not.
CREATE OR REPLACE FUNCTION app.days_asking_households() RETURNS datemultirange LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(range_agg(daterange(valid_from, valid_to)), '{}') FROM coverage_ruling WHERE needs_households $$;

-- The days on which a Digital Family has somebody on its board and at least one household.
CREATE OR REPLACE FUNCTION app.housed_days(p_model uuid) RETURNS datemultirange LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce((SELECT range_agg(daterange(b.valid_from, b.valid_to)) FROM board_seat b WHERE b.model_id = p_model), '{}')
    * coalesce((SELECT range_agg(daterange(k.valid_from, k.valid_to)) FROM model_household k WHERE k.model_id = p_model), '{}') $$;

-- The days of Digital Families: active at a unit, and on days on which the province asks for it with a board and a household.
CREATE OR REPLACE VIEW app.family_days WITH (security_invoker = true) AS
  SELECT a.unit_id, a.model_id, d.days
  FROM (SELECT h.unit_id, m.id AS model_id, daterange(h.valid_from, h.valid_to) * daterange(s.valid_from, s.valid_to) AS days
    FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN model_status s ON s.model_id = m.id AND s.status = 'active'
    WHERE m.kind = 'digital_family' AND daterange(h.valid_from, h.valid_to) && daterange(s.valid_from, s.valid_to)) a
    CROSS JOIN LATERAL unnest(CASE WHEN datemultirange(a.days) && (SELECT app.days_asking_households()) THEN datemultirange(a.days) - ((SELECT app.days_asking_households()) - app.housed_days(a.model_id))
      ELSE datemultirange(a.days) END) d (days);

-- What is missing in a commune on a day: one row a unit that is not covered, with the unmet conditions and what explains them. What
-- the signed reading does not ask for is not missing. Where a family stands that lacks but its board or households, these are.
CREATE OR REPLACE FUNCTION app.missing(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, missing text[], because text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, c.level, c.sub_association_id,
    array_remove(ARRAY[CASE WHEN NOT c.family @> day AND r.reading <> 'pair' THEN CASE WHEN r.asks AND EXISTS (SELECT FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family'
          JOIN model_status s ON s.model_id = m.id AND s.status = 'active' WHERE h.unit_id = c.unit_id AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day)) THEN 'households' ELSE 'family' END END,
      CASE WHEN NOT c.pair @> day AND r.reading <> 'family' THEN 'pair' END,
      CASE WHEN c.family @> day AND c.pair @> day THEN 'tie' END], NULL),
    ARRAY (SELECT DISTINCT 'family_' || s.status FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family' JOIN model_status s ON s.model_id = m.id
           WHERE h.unit_id = c.unit_id AND NOT c.family @> day AND r.reading <> 'pair' AND s.status <> 'active' AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day))
    || ARRAY (SELECT DISTINCT CASE WHEN NOT app.active_on(p.valid_from, p.valid_to, day) THEN 'pair_ended'
             WHEN EXISTS (SELECT FROM membership b WHERE b.person_id = app.record_today(p.instructor_id) AND b.valid_from < b.valid_to AND b.valid_to <= day) THEN 'instructor_left'
             ELSE 'instructor_not_joined' END FROM pair_host h JOIN pair p ON p.id = h.pair_id
           WHERE h.unit_id = c.unit_id AND NOT c.pair @> day AND r.reading <> 'family' AND h.valid_from <= day AND p.valid_from <= day)
  FROM (SELECT app.signed_reading(day) AS reading, app.days_asking_households() @> day AS asks OFFSET 0) r CROSS JOIN derived.coverage_span c
  WHERE c.commune_id = p_commune AND c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) AND NOT app.counts_as(r.reading, c.family @> day, c.pair @> day, c.tied @> day) $$;

-- Boards and households of Digital Families, on days on which the province asks for them. Who signs such a ruling holds the lock of
-- rulings alone: of her and of whoever writes a household meanwhile one sees the other.
CREATE OR REPLACE FUNCTION derived.housing_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE ids uuid[]; touched uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rulings of coverage'));
  IF app.days_asking_households() = '{}' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN ids := ARRAY (SELECT DISTINCT model_id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN ids := ARRAY (SELECT DISTINCT model_id FROM old_rows);
  ELSE ids := ARRAY (SELECT model_id FROM new_rows UNION SELECT model_id FROM old_rows); END IF;
  ids := ARRAY (SELECT m.id FROM digital_model m WHERE m.id = ANY (ids) AND m.kind = 'digital_family');
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  PERFORM derived.hold_sources('{}', '{}', ids);
  touched := ARRAY (SELECT DISTINCT u FROM derived.units_of_models(ids) u);
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- A ruling that asks for households begins, ends or is withdrawn: units are counted anew whose families have no board or household on some
-- day that it moves. A few hundred at most, once.
CREATE OR REPLACE FUNCTION derived.ruling_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE moved datemultirange;
BEGIN
  moved := datemultirange(daterange(NEW.valid_from, NEW.valid_to));
  IF TG_OP = 'UPDATE' THEN
    moved := (moved + datemultirange(daterange(OLD.valid_from, OLD.valid_to))) - (moved * datemultirange(daterange(OLD.valid_from, OLD.valid_to)));
  END IF;
  PERFORM derived.rebuild_coverage(ARRAY (SELECT DISTINCT h.unit_id FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN model_status s ON s.model_id = m.id AND s.status = 'active'
    WHERE m.kind = 'digital_family' AND NOT moved * datemultirange(daterange(h.valid_from, h.valid_to) * daterange(s.valid_from, s.valid_to)) <@ app.housed_days(m.id)));
  RETURN NULL;
END $$;

CREATE TRIGGER housing_ins AFTER INSERT ON model_household REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_upd AFTER UPDATE ON model_household REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_del AFTER DELETE ON model_household REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_ins AFTER INSERT ON board_seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_upd AFTER UPDATE ON board_seat REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_del AFTER DELETE ON board_seat REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER coverage_ruled AFTER INSERT OR UPDATE ON coverage_ruling FOR EACH ROW WHEN (NEW.needs_households) EXECUTE FUNCTION derived.ruling_changed();
