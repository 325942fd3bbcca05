CREATE OR REPLACE FUNCTION app.check_parent_level() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c unit_level; p unit_level;
BEGIN
  SELECT level INTO c FROM unit WHERE id = NEW.unit_id;
  SELECT level INTO p FROM unit WHERE id = NEW.parent_id;
  IF (c, p) NOT IN (('commune', 'province'), ('affiliated', 'province'), ('sub_association', 'commune'), ('sub_association', 'affiliated'), ('group', 'sub_association')) THEN
    RAISE EXCEPTION 'a % cannot belong to a %', c, p USING ERRCODE = 'check_violation', CONSTRAINT = 'parent_level', HINT = 'parent_level';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.keep_level() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a unit keeps its level and number' USING ERRCODE = 'check_violation', CONSTRAINT = 'level_fixed', HINT = 'level_fixed'; END $$;

-- Spans of these units and of everything that ever hung below them, level by level. Changes of the tree wait for each other.
CREATE OR REPLACE FUNCTION app.rebuild_unit_spans(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE affected uuid[]; lev unit_level;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('unit tree'));
  WITH RECURSIVE below AS (SELECT unnest(ids) id UNION SELECT p.unit_id FROM unit_parent p JOIN below b ON p.parent_id = b.id) SELECT array_agg(id) INTO affected FROM below;
  DELETE FROM unit_span WHERE unit_id = ANY (affected);
  INSERT INTO unit_span (unit_id, valid_from, valid_to, level, path, is_last)
    SELECT id, opened_on, closed_on, level, '/' || no || '/', true FROM unit WHERE id = ANY (affected) AND level = 'province' AND closed_on IS DISTINCT FROM opened_on;
  FOREACH lev IN ARRAY ARRAY['commune', 'affiliated', 'sub_association', 'group']::unit_level[] LOOP
    INSERT INTO unit_span (unit_id, valid_from, valid_to, level, path, commune_id, sub_association_id, is_last)
    SELECT u.id, lower(x.days), upper(x.days), u.level, ps.path || u.no || '/',
      CASE WHEN lev IN ('commune', 'affiliated') THEN u.id ELSE ps.commune_id END, CASE lev WHEN 'sub_association' THEN u.id ELSE ps.sub_association_id END,
      row_number() OVER (PARTITION BY u.id ORDER BY lower(x.days) DESC) = 1
    FROM unit u JOIN unit_parent p ON p.unit_id = u.id JOIN unit_span ps ON ps.unit_id = p.parent_id
      CROSS JOIN LATERAL (SELECT daterange(p.valid_from, p.valid_to) * daterange(ps.valid_from, ps.valid_to) * daterange(u.opened_on, u.closed_on) AS days) x
    WHERE u.id = ANY (affected) AND u.level = lev AND NOT isempty(x.days);
  END LOOP;
  PERFORM derived.rebuild_coverage(affected, true);
END $$;

-- One number a transaction, however many rows it touched.
CREATE OR REPLACE FUNCTION app.raise_tree_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO tree_version (txid) SELECT pg_current_xact_id()::text::bigint WHERE NOT EXISTS (SELECT FROM tree_version WHERE txid = pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.unit_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_TABLE_NAME = 'unit' AND TG_OP = 'INSERT' THEN SELECT array_agg(id) INTO ids FROM new_rows WHERE level = 'province';
  ELSIF TG_TABLE_NAME = 'unit' THEN SELECT array_agg(n.id) INTO ids FROM new_rows n JOIN old_rows o USING (id) WHERE (n.opened_on, n.closed_on) IS DISTINCT FROM (o.opened_on, o.closed_on);
  ELSIF TG_OP = 'INSERT' THEN SELECT array_agg(DISTINCT unit_id) INTO ids FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT unit_id) INTO ids FROM old_rows;
  ELSE SELECT array_agg(DISTINCT unit_id) INTO ids FROM (SELECT unit_id FROM new_rows UNION SELECT unit_id FROM old_rows) x;
  END IF;
  IF ids IS NOT NULL THEN PERFORM app.rebuild_unit_spans(ids); END IF;
  RETURN NULL;
END $$;

-- At commit: on each of its days an open unit hangs somewhere that exists, and so do its direct sub-units.
CREATE OR REPLACE FUNCTION app.check_placed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE me uuid := CASE TG_TABLE_NAME WHEN 'unit' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'unit_id')::uuid END; bad text;
BEGIN
  SELECT string_agg(u.slug, ', ') INTO bad FROM unit u
  WHERE (u.id = me OR u.id IN (SELECT unit_id FROM unit_parent WHERE parent_id = me)) AND u.level <> 'province' AND u.closed_on IS DISTINCT FROM u.opened_on
    AND NOT coalesce((SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM unit_span s WHERE s.unit_id = u.id) @> daterange(u.opened_on, u.closed_on), false);
  IF bad IS NOT NULL THEN RAISE EXCEPTION 'units without a place on some of their days: %', bad USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_placed', HINT = 'unit_placed'; END IF;
  RETURN NULL;
END $$;

-- Communes, and those that they took over as these ended, through all that has happened since.
CREATE OR REPLACE FUNCTION app.with_predecessors(ids uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE place (id) AS (
    SELECT unnest(ids)
    UNION SELECT u.id FROM place JOIN unit_lineage l ON l.successor_id = place.id
      JOIN unit u ON u.id = l.predecessor_id AND u.level = 'commune' AND u.closed_on = l.on_day AND u.closed_on <= app.today())
  SELECT coalesce(array_agg(id), '{}') FROM place $$;

-- Communes, and those that took them over as they ended: the other way round.
CREATE OR REPLACE FUNCTION app.with_successors(ids uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE place (id) AS (
    SELECT unnest(ids)
    UNION SELECT l.successor_id FROM place JOIN unit u ON u.id = place.id AND u.level = 'commune' AND u.closed_on <= app.today()
      JOIN unit_lineage l ON l.predecessor_id = u.id AND l.on_day = u.closed_on)
  SELECT coalesce(array_agg(id), '{}') FROM place $$;
