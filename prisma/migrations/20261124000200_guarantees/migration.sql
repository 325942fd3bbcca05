-- What the Prisma schema cannot say. Runs once, as the owner, right after the generated migration (fresh tables).
-- The two CREATE EXTENSION lines also stand before the generated migration, whose trigram indexes need them.
-- PostgreSQL 15 or later, database encoding UTF8. Order: text, columns, checks, exclusions, units, trainings, attendance,
-- workflow, append-only and audit, coverage, rights.
-- Functions live in schema "app", tables that only triggers write and Prisma does not know in schema "derived".
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA app;
CREATE SCHEMA derived;

-- ───────────────────────────── 1. Text, days, ids ─────────────────────────────

-- Folded for search: NFC → lower case → no marks (NFD without U+0300–U+036F, which takes ơ, ư and every tone) → đ, ð to d → single blanks.
-- Plain string functions only, so IMMUTABLE is true: no dictionary file that could change under an index (as unaccent's can).
CREATE FUNCTION app.search_key(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  btrim(regexp_replace(translate(regexp_replace(normalize(lower(normalize(t, NFC) COLLATE "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'), 'đðĐÐ', 'dddd'), '\s+', ' ', 'g'));

-- Equal for hòa/hoà, Đ/Ð, NFC/NFD, capitals and blanks; different for Hoa/Hòa. For "the same person?", not for search.
CREATE FUNCTION app.name_key(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE k text := btrim(regexp_replace(replace(lower(normalize(t, NFC) COLLATE "und-x-icu"), 'ð', 'đ'), '\s+', ' ', 'g')); i int;
  was text[] := ARRAY['oà','oá','oả','oã','oạ','oè','oé','oẻ','oẽ','oẹ','uỳ','uý','uỷ','uỹ','uỵ'];
  now text[] := ARRAY['òa','óa','ỏa','õa','ọa','òe','óe','ỏe','õe','ọe','ùy','úy','ủy','ũy','ụy'];
BEGIN
  IF k ~ 'o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]' THEN FOR i IN 1..15 LOOP k := replace(k, was[i], now[i]); END LOOP; END IF;
  RETURN k;
END $$;

-- The words of a name in alphabetical order: equal for "Đỗ Thị Hòa" and "Hòa Đỗ Thị".
CREATE FUNCTION app.name_bag(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (SELECT string_agg(w, ' ' ORDER BY w COLLATE "C") FROM unnest(string_to_array(app.name_key(t), ' ')) w);

-- "Đỗ Thị Ánh" → "Ánh Đỗ Thị": sorted by given name.
CREATE FUNCTION app.given_name_first(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  regexp_replace(btrim(t), '^(.*)\s(\S+)$', '\2 \1');

-- NFC, and no control, bidi or other invisible steering characters. One line, or a text with line breaks and tabs.
CREATE FUNCTION app.clean_line(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]');
CREATE FUNCTION app.clean_text(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]');

-- The day in Vietnam, whatever the server's zone.
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- The one meaning of "active on a day": half-open, [valid_from, valid_to).
CREATE FUNCTION app.active_on(valid_from date, valid_to date, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  valid_from <= day AND (valid_to IS NULL OR day < valid_to);

-- uuid version 7 for rows that SQL makes (PostgreSQL 18 has uuidv7(), 15–17 do not).
CREATE FUNCTION app.uuid7() RETURNS uuid LANGUAGE sql VOLATILE RETURN
  encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid;

-- ───────────────────────────── 2. Generated columns ─────────────────────────────

ALTER TABLE unit_name DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(name)) STORED;
ALTER TABLE person DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(full_name)) STORED;
ALTER TABLE person DROP COLUMN name_order, ADD COLUMN name_order text COLLATE "vi-x-icu" GENERATED ALWAYS AS (app.given_name_first(full_name)) STORED;
ALTER TABLE digital_model DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(name)) STORED;
ALTER TABLE venue DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(name)) STORED;
ALTER TABLE enrolment DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(name)) STORED;
ALTER TABLE edition_text DROP COLUMN search_key, ADD COLUMN search_key text GENERATED ALWAYS AS (app.search_key(title || ' ' || summary || ' ' || plain)) STORED;
ALTER TABLE edition_text DROP COLUMN sha256, ADD COLUMN sha256 bytea GENERATED ALWAYS AS
  (sha256(decode(replace(title || chr(10) || summary || chr(10) || plain, '\', '\\'), 'escape'))) STORED;
ALTER TABLE unit_span ALTER COLUMN path TYPE text COLLATE "C";

CREATE INDEX unit_name_search ON unit_name USING gin (search_key gin_trgm_ops);
CREATE INDEX person_search ON person USING gin (search_key gin_trgm_ops);
CREATE INDEX person_name_bag ON person (app.name_bag(full_name));
CREATE INDEX digital_model_search ON digital_model USING gin (search_key gin_trgm_ops);
CREATE INDEX venue_search ON venue USING gin (search_key gin_trgm_ops);
CREATE INDEX edition_text_search ON edition_text USING gin (to_tsvector('simple', search_key));
CREATE INDEX person_register ON person (keeper_unit_id, name_order, id);

-- ───────────────────────────── 3. Checks on every table ─────────────────────────────

-- For one table: clean text in every text column, valid_from <= valid_to, a version that the database raises. Later migrations
-- call it for every table they add or widen; a test finds tables that were forgotten.
CREATE FUNCTION app.guard(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE expr text; longer text[] := ARRAY['body','plain','text','note','notes','remark','comment','comment_vi','comment_en','description','preconditions','trainer_notes','reason','evidence','notice','summary','easy_read','outcome','known_gaps_vi','known_gaps_en','address','last_error','caption','agent'];
BEGIN
  SELECT string_agg(format(CASE WHEN a.attname = ANY (longer) THEN 'app.clean_text(%I)' ELSE 'app.clean_line(%I)' END, a.attname), ' AND ') INTO expr
  FROM pg_attribute a WHERE a.attrelid = tab AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'text'::regtype AND a.attgenerated = '' AND a.attname NOT IN ('password_hash', 'path');
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS clean_text', tab);
  IF expr IS NOT NULL THEN EXECUTE format('ALTER TABLE %s ADD CONSTRAINT clean_text CHECK (%s)', tab, expr); END IF;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = tab AND attname = 'valid_to' AND NOT attisdropped) THEN
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS half_open', tab);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT half_open CHECK (valid_to IS NULL OR valid_from <= valid_to)', tab);
  END IF;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = tab AND attname = 'version' AND NOT attisdropped) AND tab <> 'tree_version'::regclass THEN
    EXECUTE format('CREATE OR REPLACE TRIGGER raise_version BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.raise_version()', tab);
  END IF;
END $$;

-- The version goes up by one with every update, whoever makes it; a writer only repeats the one she read in WHERE.
CREATE FUNCTION app.raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' LOOP PERFORM app.guard(t); END LOOP;
END $$;

ALTER TABLE unit ADD CHECK (closed_on IS NULL OR opened_on <= closed_on), ADD CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE unit_name ADD CHECK (btrim(name) = name AND name <> '');
ALTER TABLE unit_parent ADD CHECK (unit_id <> parent_id);
ALTER TABLE unit_lineage ADD CHECK (predecessor_id <> successor_id);
ALTER TABLE person ADD CHECK ((full_name IS NULL) = (erased_on IS NOT NULL)), ADD CHECK (erased_on IS NULL OR (phone IS NULL AND address IS NULL)),
  ADD CHECK (full_name ~ '^\S+( \S+)*$'), ADD CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'), ADD CHECK (birth_year BETWEEN 1900 AND 2100), ADD CHECK (merged_into_id <> id);
ALTER TABLE person_merge ADD CHECK (survivor_id <> absorbed_id);
ALTER TABLE not_same ADD CHECK (person_a_id < person_b_id);
ALTER TABLE person_request ADD CHECK ((answer IS NULL) = (answered_at IS NULL)), ADD CHECK (purpose IN ('transfer', 'join', 'merge'));
ALTER TABLE sensitive_field ADD CHECK (octet_length(sealed) >= 28);
ALTER TABLE account ADD CHECK (email = lower(email) AND email !~ '\s'), ADD CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'), ADD CHECK (num_nonnulls(email, phone) >= 1);
ALTER TABLE account_session ADD CHECK (octet_length(token_hash) = 32);
ALTER TABLE digital_model ADD CHECK (copied_from_id <> id);
ALTER TABLE pair ADD CONSTRAINT no_self_pair CHECK (instructor_id <> learner_id);
ALTER TABLE pair_contact ADD CHECK (minutes BETWEEN 1 AND 600);
ALTER TABLE session ADD CHECK (starts_at < ends_at), ADD CHECK (seats >= 0), ADD CHECK (ends_at - starts_at <= interval '31 days');
ALTER TABLE session_feedback ADD CHECK (face BETWEEN 1 AND 3);
ALTER TABLE enrolment ADD CONSTRAINT seat_while_held CHECK ((seat_no IS NOT NULL) = (state IN ('confirmed', 'offered'))), ADD CHECK (seat_no > 0),
  ADD CHECK ((state = 'offered') <= (offer_until IS NOT NULL)), ADD CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'), ADD CHECK (num_nonnulls(person_id, name) >= 1 OR erased_on IS NOT NULL);
ALTER TABLE attendance_event ADD CHECK (sequence > 0);
ALTER TABLE reporting_period ADD CHECK (starts_on < ends_on);
ALTER TABLE target ADD CHECK (value >= 0);
ALTER TABLE publication ADD CHECK (ended_at IS NULL OR published_at IS NULL OR published_at <= ended_at), ADD CHECK (planned_end IS NULL OR planned_at < planned_end), ADD CHECK ((ended_at IS NULL) = (end_reason IS NULL)), ADD CHECK (published_at IS NULL OR planned_at <= published_at);
ALTER TABLE article_slug ADD CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'locale' LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT known_locale CHECK (locale IN (''vi'', ''en''))', r.table_name);
  END LOOP;
END $$;

-- ───────────────────────────── 4. Never two at once ─────────────────────────────
-- daterange(from, to) is [from, to): touching rows do not overlap. An empty interval [d, d) overlaps nothing: a row taken back on its first day.

ALTER TABLE unit_name ADD CONSTRAINT one_name EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE unit_kind ADD CONSTRAINT one_kind EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE unit_parent ADD CONSTRAINT one_parent EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE role_grant ADD CONSTRAINT one_role EXCLUDE USING gist (account_id WITH =, role WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE membership ADD CONSTRAINT one_membership EXCLUDE USING gist (person_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE office ADD CONSTRAINT one_office EXCLUDE USING gist (person_id WITH =, unit_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE office ADD CONSTRAINT one_head EXCLUDE USING gist (unit_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (title IN ('chair', 'sub_association_head', 'group_head'));
ALTER TABLE network_member ADD CONSTRAINT one_network_member EXCLUDE USING gist (network_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE household_member ADD CONSTRAINT one_household_member EXCLUDE USING gist (household_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE model_host ADD CONSTRAINT one_host EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE model_status ADD CONSTRAINT one_status EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE model_member ADD CONSTRAINT one_model_member EXCLUDE USING gist (model_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE model_household ADD CONSTRAINT one_model_household EXCLUDE USING gist (model_id WITH =, household_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE board_seat ADD CONSTRAINT one_board_head EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (office = 'head');
ALTER TABLE board_seat ADD CONSTRAINT one_board_seat EXCLUDE USING gist (model_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE criteria_list ADD CONSTRAINT one_criteria_list EXCLUDE USING gist (kind WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE criterion_met ADD CONSTRAINT one_criterion_met EXCLUDE USING gist (model_id WITH =, criterion_id WITH =, daterange(valid_from, valid_to) WITH &&);
-- the couple is unordered: A guides B and B guides A may follow each other, never run at once
ALTER TABLE pair ADD CONSTRAINT one_pair_a_couple EXCLUDE USING gist (least(instructor_id, learner_id) WITH =, greatest(instructor_id, learner_id) WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE pair_host ADD CONSTRAINT one_pair_host EXCLUDE USING gist (pair_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE pair_tie ADD CONSTRAINT one_pair_tie EXCLUDE USING gist (pair_id WITH =, model_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE coverage_ruling ADD CONSTRAINT one_ruling EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&);
ALTER TABLE indicator ADD CONSTRAINT one_indicator EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE record_keeping ADD CONSTRAINT one_record_keeping EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
-- trainer × time and venue × time, for sessions that stand
ALTER TABLE session ADD CONSTRAINT venue_taken EXCLUDE USING gist (venue_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('approved', 'held'));
ALTER TABLE session_trainer ADD CONSTRAINT trainer_taken EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('approved', 'held'));
ALTER TABLE publication ADD CONSTRAINT one_publication EXCLUDE USING gist (article_id WITH =, locale WITH =, tstzrange(published_at, ended_at) WITH &&) WHERE (published_at IS NOT NULL);

CREATE UNIQUE INDEX one_planned_publication ON publication (article_id, locale) WHERE published_at IS NULL AND ended_at IS NULL;
CREATE INDEX publication_live ON publication (locale, published_at DESC) INCLUDE (article_id, text_id) WHERE published_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX publication_due ON publication (planned_at) WHERE published_at IS NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX one_current_slug ON article_slug (article_id, locale) WHERE retired_at IS NULL;
CREATE UNIQUE INDEX one_seat ON enrolment (session_id, seat_no) WHERE seat_no IS NOT NULL;
CREATE UNIQUE INDEX one_live_enrolment ON enrolment (session_id, person_id) WHERE state IN ('confirmed', 'waiting', 'offered');
CREATE UNIQUE INDEX one_live_phone ON enrolment (session_id, phone) WHERE state IN ('confirmed', 'waiting', 'offered');
CREATE INDEX enrolment_waiting ON enrolment (session_id, arrival_no) WHERE state = 'waiting';
CREATE INDEX enrolment_offer_due ON enrolment (offer_until) WHERE state = 'offered';
CREATE UNIQUE INDEX one_open_request ON person_request (person_id, to_unit_id, purpose) WHERE answer IS NULL;
CREATE UNIQUE INDEX one_applied_file ON import_batch (unit_id, file_sha256) WHERE state = 'applied';
CREATE INDEX membership_live ON membership (unit_id, person_id) WHERE valid_to IS NULL;
CREATE INDEX session_public ON session (starts_at, id) WHERE state IN ('approved', 'held');
CREATE INDEX unit_span_live ON unit_span (level, commune_id) WHERE is_last;

-- ───────────────────────────── 5. The tree of units ─────────────────────────────

CREATE FUNCTION app.check_parent_level() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c unit_level; p unit_level;
BEGIN
  SELECT level INTO c FROM unit WHERE id = NEW.unit_id;
  SELECT level INTO p FROM unit WHERE id = NEW.parent_id;
  IF (c, p) NOT IN (('commune', 'province'), ('affiliated', 'province'), ('sub_association', 'commune'), ('sub_association', 'affiliated'), ('group', 'sub_association')) THEN
    RAISE EXCEPTION 'a % cannot belong to a %', c, p USING ERRCODE = 'check_violation', CONSTRAINT = 'parent_level', HINT = 'parent_level';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parent_level BEFORE INSERT OR UPDATE ON unit_parent FOR EACH ROW EXECUTE FUNCTION app.check_parent_level();
CREATE FUNCTION app.keep_level() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a unit keeps its level and number' USING ERRCODE = 'check_violation', CONSTRAINT = 'level_fixed', HINT = 'level_fixed'; END $$;
CREATE TRIGGER level_fixed BEFORE UPDATE ON unit FOR EACH ROW WHEN (OLD.level <> NEW.level OR OLD.no <> NEW.no) EXECUTE FUNCTION app.keep_level();

-- Spans of these units and of everything that ever hung below them, level by level. Changes of the tree wait for each other.
CREATE FUNCTION app.rebuild_unit_spans(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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
CREATE FUNCTION app.raise_tree_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO tree_version (txid) SELECT pg_current_xact_id()::text::bigint WHERE NOT EXISTS (SELECT FROM tree_version WHERE txid = pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['unit', 'unit_name', 'unit_kind', 'unit_parent'] LOOP
  EXECUTE format('CREATE TRIGGER raise_tree_version AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.raise_tree_version()', t);
END LOOP; END $$;

CREATE FUNCTION app.unit_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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
CREATE TRIGGER spans_ins AFTER INSERT ON unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_upd AFTER UPDATE ON unit REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_ins AFTER INSERT ON unit_parent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_upd AFTER UPDATE ON unit_parent REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_del AFTER DELETE ON unit_parent REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();

-- At commit: on each of its days an open unit hangs somewhere that exists, and so do its direct sub-units.
CREATE FUNCTION app.check_placed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE me uuid := CASE TG_TABLE_NAME WHEN 'unit' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'unit_id')::uuid END; bad text;
BEGIN
  SELECT string_agg(u.slug, ', ') INTO bad FROM unit u
  WHERE (u.id = me OR u.id IN (SELECT unit_id FROM unit_parent WHERE parent_id = me)) AND u.level <> 'province' AND u.closed_on IS DISTINCT FROM u.opened_on
    AND NOT coalesce((SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM unit_span s WHERE s.unit_id = u.id) @> daterange(u.opened_on, u.closed_on), false);
  IF bad IS NOT NULL THEN RAISE EXCEPTION 'units without a place on some of their days: %', bad USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_placed', HINT = 'unit_placed'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER unit_placed AFTER INSERT OR UPDATE OF opened_on, closed_on ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_placed();
CREATE CONSTRAINT TRIGGER unit_placed AFTER INSERT OR UPDATE OR DELETE ON unit_parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_placed();

-- Where each unit is today; a closed unit keeps its last place.
CREATE VIEW app.unit_place WITH (security_invoker = true) AS
  SELECT * FROM unit_span WHERE valid_from <= app.today() AND (is_last OR app.today() < valid_to);
-- Units below (and including) a path, today. A plain range on one index.
CREATE FUNCTION app.subtree(p text) RETURNS TABLE (unit_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT unit_id FROM unit_span WHERE path >= p COLLATE "C" AND path < (p || '~') COLLATE "C" AND valid_from <= app.today() AND (is_last OR app.today() < valid_to) $$;

-- ───────────────────────────── 6. Trainings ─────────────────────────────

-- A decision moves the session's state, if that step exists. The row is locked BEFORE the decision is written: its foreign key would take a
-- share lock that two deciders could not both raise (state is part of a referenced key). An approval that collides fails with venue_taken or trainer_taken.
CREATE FUNCTION app.check_session_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was session_state;
BEGIN
  SELECT state INTO was FROM session WHERE id = NEW.session_id FOR UPDATE;
  IF NOT ((NEW.kind IN ('approved', 'refused') AND was = 'proposed') OR (NEW.kind = 'cancelled' AND was IN ('proposed', 'approved')) OR (NEW.kind = 'held' AND was = 'approved') OR (NEW.kind = 'moved' AND was IN ('proposed', 'approved'))) THEN
    RAISE EXCEPTION 'a % session cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'session_step', HINT = 'session_step';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_decision BEFORE INSERT ON session_decision FOR EACH ROW EXECUTE FUNCTION app.check_session_decision();
CREATE FUNCTION app.apply_session_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE session SET state = NEW.kind::text::session_state, calendar_sequence = calendar_sequence + (NEW.kind = 'cancelled')::int WHERE id = NEW.session_id;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_decision AFTER INSERT ON session_decision FOR EACH ROW WHEN (NEW.kind <> 'moved') EXECUTE FUNCTION app.apply_session_decision();

-- Whoever books a trainer or a hall waits for others booking the same one, so that a clash is told as a clash and not as a deadlock.
CREATE FUNCTION app.queue_for_booking() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE x uuid;
BEGIN
  IF TG_TABLE_NAME = 'session' THEN
    FOR x IN SELECT trainer_id FROM session_trainer WHERE session_id = NEW.id UNION SELECT NEW.venue_id WHERE NEW.venue_id IS NOT NULL ORDER BY 1 LOOP PERFORM pg_advisory_xact_lock(hashtextextended('booking ' || x, 0)); END LOOP;
  ELSE PERFORM pg_advisory_xact_lock(hashtextextended('booking ' || NEW.trainer_id, 0));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER queue_for_booking BEFORE UPDATE OF state, starts_at, ends_at, venue_id ON session FOR EACH ROW WHEN (NEW.state IN ('approved', 'held')) EXECUTE FUNCTION app.queue_for_booking();
CREATE TRIGGER queue_for_booking BEFORE INSERT ON session_trainer FOR EACH ROW WHEN (NEW.state IN ('approved', 'held')) EXECUTE FUNCTION app.queue_for_booking();

-- No seat above the session's number of seats, and no lowering below a seat that is held.
CREATE FUNCTION app.check_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE n int;
BEGIN
  SELECT seats INTO n FROM session WHERE id = NEW.session_id FOR NO KEY UPDATE;
  IF NEW.seat_no > n THEN RAISE EXCEPTION 'seat % of %', NEW.seat_no, n USING ERRCODE = 'check_violation', CONSTRAINT = 'seat_exists', HINT = 'seat_exists'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_exists BEFORE INSERT OR UPDATE OF seat_no ON enrolment FOR EACH ROW WHEN (NEW.seat_no IS NOT NULL) EXECUTE FUNCTION app.check_seat();
CREATE FUNCTION app.check_seats_lowered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM enrolment WHERE session_id = NEW.id AND seat_no > NEW.seats) THEN RAISE EXCEPTION 'seats above % are held', NEW.seats USING ERRCODE = 'check_violation', CONSTRAINT = 'seats_held', HINT = 'seats_held'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seats_held BEFORE UPDATE OF seats ON session FOR EACH ROW WHEN (NEW.seats < OLD.seats) EXECUTE FUNCTION app.check_seats_lowered();
-- Waiting women keep their order: neither the number nor the session of an enrolment changes.
CREATE FUNCTION app.keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'order of arrival is fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'arrival_fixed', HINT = 'arrival_fixed'; END $$;
CREATE TRIGGER arrival_fixed BEFORE UPDATE ON enrolment FOR EACH ROW WHEN (OLD.arrival_no <> NEW.arrival_no OR OLD.session_id <> NEW.session_id) EXECUTE FUNCTION app.keep_arrival();

CREATE FUNCTION app.free_seats(p_session uuid) RETURNS SETOF int LANGUAGE sql STABLE AS $$
  SELECT n FROM session s, generate_series(1, s.seats) n WHERE s.id = p_session AND NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id AND e.seat_no = n) ORDER BY n $$;

-- Sign up: a seat if one is free and nobody waits, otherwise the end of the waiting list. The same phone or person again gets the
-- enrolment she has. Runs as the owner, because a public visitor may see nobody's row, not even her own.
CREATE FUNCTION app.enrol(p_session uuid, p_id uuid, p_name text, p_phone text, p_person uuid DEFAULT NULL, p_unit uuid DEFAULT NULL, p_origin enrolment_origin DEFAULT 'public_page',
  p_ticket bytea DEFAULT NULL, p_party uuid DEFAULT NULL, p_consent uuid DEFAULT NULL, p_access_need text DEFAULT NULL)
  RETURNS TABLE (id uuid, state enrolment_state, seat_no int, waiting_position int, already boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; e enrolment; seat int; again boolean := false;
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.state <> 'approved' THEN RAISE EXCEPTION 'not open' USING ERRCODE = 'P0001', CONSTRAINT = 'session_open', HINT = 'session_open'; END IF;
  IF s.starts_at <= now() AND p_origin <> 'walk_in' THEN RAISE EXCEPTION 'begun' USING ERRCODE = 'P0001', CONSTRAINT = 'session_not_begun', HINT = 'session_not_begun'; END IF;
  SELECT * INTO e FROM enrolment x WHERE x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered') AND (x.phone = p_phone OR x.person_id = p_person) ORDER BY x.arrival_no LIMIT 1;
  IF e.id IS NULL THEN
    IF NOT EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting') THEN SELECT f INTO seat FROM app.free_seats(p_session) f LIMIT 1; END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, access_need, origin, state, seat_no, arrival_no, party_id, ticket_hash, consent_id)
    VALUES (p_id, p_session, p_person, p_name, p_phone, p_unit, p_access_need, p_origin, (CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END)::enrolment_state, seat,
      1 + coalesce((SELECT max(x.arrival_no) FROM enrolment x WHERE x.session_id = p_session), 0), p_party, p_ticket, p_consent) RETURNING * INTO e;
  ELSE again := true;
  END IF;
  RETURN QUERY SELECT e.id, e.state, e.seat_no, CASE WHEN e.state = 'waiting' THEN (SELECT count(*)::int FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting' AND x.arrival_no <= e.arrival_no) END, again;
END $$;

-- After a cancellation, an expiry or more seats: expired offers lapse, then those who wait are offered in order of arrival. A party is
-- offered whole or keeps its place. Nothing after the start. Returns who was offered.
CREATE FUNCTION app.offer_seats(p_session uuid, p_hold interval DEFAULT '24 hours') RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session; w record; free int[]; party uuid[]; i int;
BEGIN
  SELECT * INTO s FROM session WHERE id = p_session FOR NO KEY UPDATE;
  UPDATE enrolment SET state = 'expired', seat_no = NULL, changed_at = now() WHERE session_id = p_session AND state = 'offered' AND offer_until <= now();
  IF s.state <> 'approved' OR s.starts_at <= now() THEN RETURN; END IF;
  free := ARRAY (SELECT app.free_seats(p_session));
  FOR w IN SELECT id, party_id FROM enrolment WHERE session_id = p_session AND state = 'waiting' ORDER BY arrival_no LOOP
    EXIT WHEN cardinality(free) = 0;
    CONTINUE WHEN NOT EXISTS (SELECT FROM enrolment WHERE id = w.id AND state = 'waiting');
    party := CASE WHEN w.party_id IS NULL THEN ARRAY[w.id] ELSE ARRAY (SELECT id FROM enrolment WHERE session_id = p_session AND party_id = w.party_id AND state = 'waiting' ORDER BY arrival_no) END;
    CONTINUE WHEN cardinality(party) > cardinality(free);
    FOR i IN 1..cardinality(party) LOOP
      UPDATE enrolment SET state = 'offered', seat_no = free[1], offered_at = now(), offer_until = least(now() + p_hold, s.starts_at), changed_at = now() WHERE id = party[i];
      free := free[2:]; RETURN NEXT party[i];
    END LOOP;
  END LOOP;
END $$;

-- ───────────────────────────── 7. Attendance ─────────────────────────────

-- The register as the events say. A "voice" is a phone's latest mark by its own sequence since the last settlement, or the settlement.
-- Voices that agree are witnesses; voices that differ are a conflict and give no mark.
CREATE FUNCTION app.attendance_of(ids uuid[]) RETURNS TABLE (enrolment_id uuid, session_id uuid, person_id uuid, mark attendance_mark, witnesses int, conflict boolean, last_arrival bigint)
  LANGUAGE sql STABLE AS $$
  WITH counted AS (SELECT e.* FROM attendance_event e WHERE e.enrolment_id = ANY (ids) AND (NOT e.held_for_review OR EXISTS (SELECT FROM attendance_review r WHERE (r.device_id, r.sequence) = (e.device_id, e.sequence) AND r.accepted))),
  settled AS (SELECT DISTINCT ON (enrolment_id) enrolment_id, mark, arrival FROM counted WHERE kind = 'settlement' ORDER BY enrolment_id, arrival DESC),
  marks AS (SELECT DISTINCT ON (c.enrolment_id, c.device_id) c.enrolment_id, c.mark FROM counted c LEFT JOIN settled s USING (enrolment_id)
    WHERE c.kind = 'mark' AND (s.arrival IS NULL OR c.arrival > s.arrival) ORDER BY c.enrolment_id, c.device_id, c.sequence DESC),
  voices AS (SELECT enrolment_id, mark FROM marks WHERE mark <> 'taken_back' UNION ALL SELECT enrolment_id, mark FROM settled WHERE mark <> 'taken_back'),
  told AS (SELECT enrolment_id, min(mark) AS mark, count(*)::int AS n, count(DISTINCT mark) > 1 AS conflict FROM voices GROUP BY 1)
  SELECT e.id, e.session_id, e.person_id, CASE WHEN NOT t.conflict THEN t.mark END, coalesce(t.n, 0), coalesce(t.conflict, false), l.last
  FROM enrolment e JOIN (SELECT enrolment_id, max(arrival) AS last FROM counted GROUP BY 1) l ON l.enrolment_id = e.id LEFT JOIN told t ON t.enrolment_id = e.id $$;

CREATE FUNCTION app.refresh_attendance(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM enrolment WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE; -- two phones at once: one after the other, each seeing the other's events
  INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival) SELECT * FROM app.attendance_of(ids)
  ON CONFLICT (enrolment_id) DO UPDATE SET person_id = excluded.person_id, mark = excluded.mark, witnesses = excluded.witnesses, conflict = excluded.conflict, last_arrival = excluded.last_arrival;
END $$;
CREATE FUNCTION app.attendance_arrived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_TABLE_NAME = 'attendance_event' THEN SELECT array_agg(DISTINCT enrolment_id) INTO ids FROM new_rows;
  ELSE SELECT array_agg(DISTINCT e.enrolment_id) INTO ids FROM new_rows n JOIN attendance_event e USING (device_id, sequence); END IF;
  IF ids IS NOT NULL THEN PERFORM app.refresh_attendance(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER register AFTER INSERT ON attendance_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.attendance_arrived();
CREATE TRIGGER register AFTER INSERT ON attendance_review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.attendance_arrived();

-- ───────────────────────────── 8. Workflow of texts and reports ─────────────────────────────

CREATE FUNCTION app.apply_edition_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was edition_state;
BEGIN
  SELECT state INTO was FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'approved') AND was = 'submitted') OR (NEW.kind = 'forced' AND was IN ('draft', 'submitted')) OR (NEW.kind = 'unscheduled' AND was = 'approved')) THEN
    RAISE EXCEPTION 'a % edition cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_step', HINT = 'edition_step';
  END IF;
  IF NEW.kind = 'forced' AND NOT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = NEW.edition_id AND a.kind = 'alert') THEN
    RAISE EXCEPTION 'only alerts go out at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'forced_alert', HINT = 'forced_alert';
  END IF;
  UPDATE edition SET state = (CASE NEW.kind WHEN 'forced' THEN 'submitted' WHEN 'unscheduled' THEN 'draft' ELSE NEW.kind::text END)::edition_state WHERE id = NEW.edition_id;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_decision AFTER INSERT ON edition_decision FOR EACH ROW EXECUTE FUNCTION app.apply_edition_decision();

-- An approved text does not change under its approval.
CREATE FUNCTION app.keep_approved_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF (SELECT state FROM edition WHERE id = coalesce(NEW.edition_id, OLD.edition_id)) IN ('approved', 'superseded') THEN
    RAISE EXCEPTION 'approved text: unschedule it or begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER approved_text_fixed BEFORE UPDATE OR DELETE ON edition_text FOR EACH ROW EXECUTE FUNCTION app.keep_approved_text();

CREATE FUNCTION app.apply_report_action() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was report_state;
BEGIN
  SELECT state INTO was FROM report WHERE id = NEW.report_id FOR NO KEY UPDATE;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'accepted') AND was = 'submitted') OR (NEW.kind = 'locked' AND was = 'accepted') OR (NEW.kind = 'reopened' AND was IN ('accepted', 'locked'))) THEN
    RAISE EXCEPTION 'a % report cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'report_step', HINT = 'report_step';
  END IF;
  IF NEW.kind = 'submitted' AND NEW.snapshot_id IS NULL THEN RAISE EXCEPTION 'a report is filed with a snapshot' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_snapshot', HINT = 'report_snapshot'; END IF;
  UPDATE report SET state = (CASE NEW.kind WHEN 'reopened' THEN 'returned' ELSE NEW.kind::text END)::report_state, snapshot_id = coalesce(NEW.snapshot_id, snapshot_id) WHERE id = NEW.report_id;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_action AFTER INSERT ON report_action FOR EACH ROW EXECUTE FUNCTION app.apply_report_action();

-- Is this day closed for this unit? For commands that change what was counted.
CREATE FUNCTION app.period_locked(p_unit uuid, p_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM unit_span s JOIN report r ON r.unit_id = s.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id AND p.starts_on <= p_day AND p_day < p.ends_on
    WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, p_day)) $$;

-- ───────────────────────────── 9. Append-only, and the audit chain ─────────────────────────────

CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', HINT = 'append_only'; END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['audit_entry', 'audit_seal', 'attendance_event', 'attendance_review', 'consent', 'consent_text', 'session_decision', 'edition_decision', 'report_action', 'snapshot', 'snapshot_row', 'tree_version'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;

CREATE FUNCTION app.audit_text(e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(jsonb_build_array(e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor_id, e.verb, e.action, e.subject_type, e.subject_id, e.unit_id, e.change, e.request_id, e.network)::text, 'UTF8') $$;
CREATE FUNCTION app.audit_hash(prev bytea, pos bigint, e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT sha256(prev || int8send(pos) || app.audit_text(e)) $$;

-- Runs at commit (deferred), so the chain is in commit order, has no holes from rollbacks, and the lock is held only while committing.
CREATE FUNCTION app.seal_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE last audit_seal;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit chain'));
  SELECT * INTO last FROM audit_seal ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_seal (position, entry_id, hash) VALUES (coalesce(last.position, 0) + 1, NEW.id, app.audit_hash(coalesce(last.hash, ''::bytea), coalesce(last.position, 0) + 1, NEW));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.seal_audit();

-- What is wrong with the chain: nothing, or rows. A cut tail shows only against an anchor kept elsewhere (snapshots carry one).
CREATE FUNCTION app.verify_audit(anchor_position bigint DEFAULT NULL, anchor_hash bytea DEFAULT NULL) RETURNS TABLE (pos bigint, problem text) LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT s.position, 'hash differs' FROM (SELECT position, entry_id, hash, coalesce(lag(hash) OVER (ORDER BY position), ''::bytea) AS prev, lag(position) OVER (ORDER BY position) AS before FROM audit_seal) s LEFT JOIN audit_entry e ON e.id = s.entry_id
    WHERE e.id IS NULL OR s.hash <> app.audit_hash(s.prev, s.position, e) OR s.position <> coalesce(s.before, 0) + 1
  UNION ALL SELECT NULL, 'entry without a seal: ' || e.id FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL
  UNION ALL SELECT anchor_position, 'tail is cut or rewritten' WHERE anchor_position IS NOT NULL AND NOT EXISTS (SELECT FROM audit_seal WHERE position = anchor_position AND hash = anchor_hash) $$;

-- A snapshot is whole and true at commit: as many rows as it says, hashing to what it says.
CREATE FUNCTION app.snapshot_hash(p_snapshot uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(coalesce(string_agg(jsonb_build_array(r.unit_id, r.level, r.name, r.kind, r.path, r.figures)::text, E'\n' ORDER BY r.path COLLATE "C", r.unit_id), ''), 'UTF8')) FROM snapshot_row r WHERE r.snapshot_id = p_snapshot $$;
CREATE FUNCTION app.check_snapshot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE sid uuid := (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'snapshot' THEN 'id' ELSE 'snapshot_id' END)::uuid; s snapshot;
BEGIN
  SELECT * INTO s FROM snapshot WHERE id = sid;
  IF TG_TABLE_NAME = 'snapshot_row' THEN
    IF EXISTS (SELECT FROM snapshot x WHERE x.id = sid AND x.xmin::text <> (pg_current_xact_id()::text::bigint % 4294967296)::text) THEN RAISE EXCEPTION 'the snapshot is closed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'snapshot_closed', HINT = 'snapshot_closed'; END IF;
    RETURN NEW;
  END IF;
  IF s.row_count <> (SELECT count(*) FROM snapshot_row WHERE snapshot_id = sid) OR s.sha256 <> app.snapshot_hash(sid) THEN
    RAISE EXCEPTION 'snapshot rows do not match its count or hash' USING ERRCODE = 'check_violation', CONSTRAINT = 'snapshot_true', HINT = 'snapshot_true'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER snapshot_true AFTER INSERT ON snapshot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_snapshot();
CREATE TRIGGER snapshot_closed BEFORE INSERT ON snapshot_row FOR EACH ROW EXECUTE FUNCTION app.check_snapshot();

-- ───────────────────────────── 10. Coverage ─────────────────────────────
-- THE definition. Three views in days; everything else only asks "does it contain the day?".

-- Days on which a Digital Family is active, at its host of those days.
CREATE VIEW app.family_days WITH (security_invoker = true) AS
  SELECT h.unit_id, m.id AS model_id, daterange(h.valid_from, h.valid_to) * daterange(s.valid_from, s.valid_to) AS days
  FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN model_status s ON s.model_id = m.id AND s.status = 'active'
  WHERE m.kind = 'digital_family' AND daterange(h.valid_from, h.valid_to) && daterange(s.valid_from, s.valid_to);

-- Days on which a 1+1 pair is active: its own days, while its instructor belongs to the union.
CREATE VIEW app.pair_days WITH (security_invoker = true) AS
  SELECT p.id AS pair_id, daterange(p.valid_from, p.valid_to) * daterange(b.valid_from, b.valid_to) AS days
  FROM pair p JOIN membership b ON b.person_id = p.instructor_id WHERE daterange(p.valid_from, p.valid_to) && daterange(b.valid_from, b.valid_to);
CREATE VIEW app.pair_unit_days WITH (security_invoker = true) AS
  SELECT h.unit_id, d.pair_id, d.days * daterange(h.valid_from, h.valid_to) AS days FROM app.pair_days d JOIN pair_host h ON h.pair_id = d.pair_id WHERE d.days && daterange(h.valid_from, h.valid_to);

-- Days on which a unit is covered: an active family AND an active pair tied to it.
CREATE VIEW app.tied_days WITH (security_invoker = true) AS
  SELECT f.unit_id, f.model_id, t.pair_id, f.days * daterange(t.valid_from, t.valid_to) * d.days AS days
  FROM app.family_days f JOIN pair_tie t ON t.model_id = f.model_id JOIN app.pair_days d ON d.pair_id = t.pair_id
  WHERE NOT isempty(f.days * daterange(t.valid_from, t.valid_to) * d.days);

-- The rollup: for each stretch of a unit's placement, all days of each reading as one multirange. True for every day, past and planned.
CREATE TABLE derived.coverage_span (
  unit_id uuid NOT NULL, valid_from date NOT NULL, valid_to date, level unit_level NOT NULL, commune_id uuid NOT NULL, sub_association_id uuid NOT NULL,
  family datemultirange NOT NULL, pair datemultirange NOT NULL, tied datemultirange NOT NULL, PRIMARY KEY (unit_id, valid_from));
CREATE INDEX coverage_span_commune ON derived.coverage_span (commune_id);

-- Rebuild these units. Rows are locked before anything is read, so that of two writers the second sees the first one's work.
CREATE FUNCTION derived.rebuild_coverage(ids uuid[], placement boolean DEFAULT false) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF placement THEN
    DELETE FROM derived.coverage_span WHERE unit_id = ANY (ids);
    INSERT INTO derived.coverage_span SELECT unit_id, valid_from, valid_to, level, commune_id, sub_association_id, '{}', '{}', '{}' FROM unit_span
      WHERE unit_id = ANY (ids) AND level IN ('sub_association', 'group') AND commune_id IS NOT NULL;
  ELSE PERFORM 1 FROM derived.coverage_span WHERE unit_id = ANY (ids) ORDER BY unit_id, valid_from FOR UPDATE;
  END IF;
  WITH f AS (SELECT unit_id, range_agg(days) AS days FROM app.family_days WHERE unit_id = ANY (ids) GROUP BY 1),
       p AS (SELECT unit_id, range_agg(days) AS days FROM (SELECT unit_id, days FROM app.pair_unit_days WHERE unit_id = ANY (ids) UNION ALL SELECT unit_id, days FROM app.tied_days WHERE unit_id = ANY (ids)) x GROUP BY 1),
       t AS (SELECT unit_id, range_agg(days) AS days FROM app.tied_days WHERE unit_id = ANY (ids) GROUP BY 1)
  UPDATE derived.coverage_span c SET family = coalesce(f.days, '{}'), pair = coalesce(p.days, '{}'), tied = coalesce(t.days, '{}')
  FROM unnest(ids) i (id) LEFT JOIN f ON f.unit_id = i.id LEFT JOIN p ON p.unit_id = i.id LEFT JOIN t ON t.unit_id = i.id
  WHERE c.unit_id = i.id AND (c.family, c.pair, c.tied) IS DISTINCT FROM (coalesce(f.days, '{}'), coalesce(p.days, '{}'), coalesce(t.days, '{}'));
END $$;

CREATE FUNCTION derived.units_of_models(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$ SELECT unit_id FROM model_host WHERE model_id = ANY (ids) $$;
CREATE FUNCTION derived.units_of_pairs(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT unit_id FROM pair_host WHERE pair_id = ANY (ids) UNION SELECT h.unit_id FROM pair_tie t JOIN model_host h ON h.model_id = t.model_id WHERE t.pair_id = ANY (ids) $$;
CREATE FUNCTION derived.source_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[]; touched uuid[]; src text := CASE TG_OP WHEN 'INSERT' THEN 'new_rows' WHEN 'DELETE' THEN 'old_rows' ELSE '(SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows)' END;
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN -- a million rows pass here, few are instructors'
    EXECUTE format('SELECT array_agg(p.id) FROM pair p WHERE p.instructor_id IN (SELECT x.person_id FROM %s x)', src) INTO ids;
    IF ids IS NULL THEN RETURN NULL; END IF;
    touched := ARRAY (SELECT derived.units_of_pairs(ids));
  ELSE
    EXECUTE format('SELECT array_agg(DISTINCT x.%I) FROM %s x', CASE TG_TABLE_NAME WHEN 'pair' THEN 'id' WHEN 'model_host' THEN 'unit_id' WHEN 'pair_host' THEN 'unit_id' ELSE 'model_id' END, src) INTO ids;
    touched := CASE WHEN TG_TABLE_NAME IN ('model_host', 'pair_host') THEN ids WHEN TG_TABLE_NAME = 'pair' THEN ARRAY (SELECT derived.units_of_pairs(ids)) ELSE ARRAY (SELECT derived.units_of_models(ids)) END;
  END IF;
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['model_host', 'model_status', 'pair', 'pair_host', 'pair_tie', 'membership'] LOOP
  EXECUTE format('CREATE TRIGGER coverage_ins AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.source_changed()', t);
  EXECUTE format('CREATE TRIGGER coverage_upd AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.source_changed()', t);
  EXECUTE format('CREATE TRIGGER coverage_del AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.source_changed()', t);
END LOOP; END $$;
CREATE FUNCTION app.keep_model_kind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a model keeps its kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'kind_fixed', HINT = 'kind_fixed'; END $$;
CREATE TRIGGER kind_fixed BEFORE UPDATE ON digital_model FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION app.keep_model_kind();
-- only a Digital Family can be what a pair is tied to
CREATE FUNCTION app.check_tie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT kind FROM digital_model WHERE id = NEW.model_id) <> 'digital_family' THEN RAISE EXCEPTION 'a pair is tied to a Digital Family' USING ERRCODE = 'check_violation', CONSTRAINT = 'tie_family', HINT = 'tie_family'; END IF;
  RETURN NEW; END $$;
CREATE TRIGGER tie_family BEFORE INSERT OR UPDATE ON pair_tie FOR EACH ROW EXECUTE FUNCTION app.check_tie();

-- Every sub-association and group of a day, with the three facts. All figures start here.
CREATE FUNCTION app.coverage_units(day date) RETURNS TABLE (unit_id uuid, level unit_level, commune_id uuid, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean)
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT unit_id, level, commune_id, sub_association_id, family @> day, pair @> day, tied @> day FROM derived.coverage_span WHERE valid_from <= day AND (valid_to IS NULL OR day < valid_to) $$;
-- The same from the source rows, without the rollup: for tests and for repair.
CREATE FUNCTION app.coverage_units_from_source(day date) RETURNS TABLE (unit_id uuid, level unit_level, commune_id uuid, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH f AS (SELECT DISTINCT unit_id FROM app.family_days WHERE days @> day), t AS (SELECT DISTINCT unit_id FROM app.tied_days WHERE days @> day), p AS (SELECT unit_id FROM app.pair_unit_days WHERE days @> day UNION SELECT unit_id FROM t)
  SELECT s.unit_id, s.level, s.commune_id, s.sub_association_id, f.unit_id IS NOT NULL, p.unit_id IS NOT NULL, t.unit_id IS NOT NULL
  FROM unit_span s LEFT JOIN f USING (unit_id) LEFT JOIN p USING (unit_id) LEFT JOIN t USING (unit_id)
  WHERE s.level IN ('sub_association', 'group') AND app.active_on(s.valid_from, s.valid_to, day) $$;

-- Every commune of a day × level: units, each reading, and which of the four states it is in.
CREATE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH n AS (SELECT c.commune_id, c.level, count(*)::int AS units, (count(*) FILTER (WHERE c.family @> day))::int AS family, (count(*) FILTER (WHERE c.pair @> day))::int AS pair,
      (count(*) FILTER (WHERE c.family @> day AND c.pair @> day))::int AS both_untied, (count(*) FILTER (WHERE c.tied @> day))::int AS covered
    FROM derived.coverage_span c WHERE c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) GROUP BY 1, 2),
  c AS (SELECT s.unit_id, EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = s.unit_id AND app.active_on(k.valid_from, k.valid_to, day)) AS reported
    FROM unit_span s WHERE s.level = 'commune' AND s.valid_from <= day AND (s.valid_to IS NULL OR day < s.valid_to))
  SELECT c.unit_id, l.level, coalesce(n.units, 0), coalesce(n.family, 0), coalesce(n.pair, 0), coalesce(n.both_untied, 0), coalesce(n.covered, 0), c.reported, x.state,
    CASE WHEN x.state IN ('zero', 'some') THEN round(100.0 * n.covered / n.units, 1) END
  FROM c CROSS JOIN (VALUES ('sub_association'::unit_level), ('group')) l (level) LEFT JOIN n ON n.commune_id = c.unit_id AND n.level = l.level
  CROSS JOIN LATERAL (SELECT CASE WHEN coalesce(n.units, 0) = 0 THEN 'no_units' WHEN NOT c.reported THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END AS state) x $$;

-- The province: sum ÷ sum over communes that have units, and beside it the share of communes at 100 %. Communes that have not
-- reported stay in the denominator of the first figure (what is not known to be covered is not covered) and are counted beside it.
CREATE FUNCTION app.coverage_province(day date) RETURNS TABLE (level unit_level, units int, covered int, percent numeric, units_reported int, percent_of_reported numeric, communes int, communes_at_100 int, communes_not_reported int, communes_without_units int)
  LANGUAGE sql STABLE AS $$
  SELECT level, sum(units)::int, sum(covered)::int, round(100.0 * sum(covered) / nullif(sum(units), 0), 1), (sum(units) FILTER (WHERE reported))::int,
    round(100.0 * sum(covered) FILTER (WHERE reported) / nullif(sum(units) FILTER (WHERE reported), 0), 1), (count(*) FILTER (WHERE units > 0))::int,
    (count(*) FILTER (WHERE state = 'some' AND covered = units))::int, (count(*) FILTER (WHERE state = 'not_reported'))::int, (count(*) FILTER (WHERE state = 'no_units'))::int
  FROM app.coverage(day) GROUP BY level $$;

-- What is missing in a commune on a day: one row a unit that is not covered, with the unmet conditions and what explains them.
CREATE FUNCTION app.missing(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, missing text[], because text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, c.level, c.sub_association_id,
    array_remove(ARRAY[CASE WHEN NOT c.family @> day THEN 'family' END, CASE WHEN NOT c.pair @> day THEN 'pair' END, CASE WHEN c.family @> day AND c.pair @> day THEN 'tie' END], NULL),
    ARRAY (SELECT DISTINCT 'family_' || s.status FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family' JOIN model_status s ON s.model_id = m.id
           WHERE h.unit_id = c.unit_id AND NOT c.family @> day AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day))
    || ARRAY (SELECT DISTINCT CASE WHEN app.active_on(p.valid_from, p.valid_to, day) THEN 'instructor_left' ELSE 'pair_ended' END FROM pair_host h JOIN pair p ON p.id = h.pair_id
           WHERE h.unit_id = c.unit_id AND NOT c.pair @> day AND h.valid_from <= day AND p.valid_from <= day)
  FROM derived.coverage_span c WHERE c.commune_id = p_commune AND c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) AND NOT c.tied @> day $$;

CREATE FUNCTION app.signed_reading(day date) RETURNS coverage_reading LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT reading FROM coverage_ruling WHERE app.active_on(valid_from, valid_to, day)), 'tied') $$;
CREATE FUNCTION app.target_of(p_unit uuid, p_year int, p_indicator text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT t.value FROM app.unit_place me JOIN app.unit_place up ON starts_with(me.path, up.path) JOIN target t ON t.unit_id = up.unit_id AND t.year = p_year AND t.indicator_code = p_indicator
  WHERE me.unit_id = p_unit ORDER BY length(up.path) DESC LIMIT 1 $$;
-- Women reached from an instructor, onward through her learners, each once; a loop ends where it began and she herself is not counted.
CREATE FUNCTION app.reach_of(p_instructor uuid, day date DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE r AS (SELECT p_instructor AS id UNION SELECT p.learner_id FROM r JOIN pair p ON p.instructor_id = r.id AND (day IS NULL OR p.valid_from <= day)) SELECT id FROM r WHERE id <> p_instructor $$;

-- ───────────────────────────── 11. Rights ─────────────────────────────
-- The portal works as portal_app: no ownership, no DDL, no superuser.
-- Every connection of the portal begins with SET ROLE portal_app, so one DATABASE_URL serves both migrations and the portal.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN CREATE ROLE portal_app NOLOGIN NOCREATEDB NOCREATEROLE; END IF; END $$;
GRANT portal_app TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app, derived FROM PUBLIC;
GRANT USAGE ON SCHEMA public, app TO portal_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO portal_app;
REVOKE EXECUTE ON FUNCTION app.rebuild_unit_spans(uuid[]), app.refresh_attendance(uuid[]), app.guard(regclass) FROM portal_app;
REVOKE INSERT, UPDATE ON unit_span, attendance, audit_seal, tree_version FROM portal_app;
REVOKE UPDATE ON audit_entry, attendance_event, attendance_review, consent, consent_text, session_decision, edition_decision, report_action, snapshot, snapshot_row FROM portal_app;
-- states are moved by decisions only; a right on the other columns leaves nothing to forget
DO $$ DECLARE r record; cols text; BEGIN FOR r IN SELECT * FROM (VALUES ('session', 'state'), ('edition', 'state'), ('report', 'state')) v (tab, col) LOOP
  SELECT string_agg(quote_ident(attname), ', ') INTO cols FROM pg_attribute WHERE attrelid = r.tab::regclass AND attnum > 0 AND NOT attisdropped AND attname <> r.col AND attgenerated = '';
  EXECUTE format('REVOKE INSERT, UPDATE ON %I FROM portal_app; GRANT INSERT (%s), UPDATE (%s) ON %I TO portal_app', r.tab, cols, cols, r.tab);
END LOOP; END $$;
-- the few tables whose rows may go
GRANT DELETE ON session_trainer, course_skill, course_material, article_topic, article_commune, guide_step, guide_course, media_text, media_person, media_use, sensitive_field, throttle, account_session, recovery_code, second_factor, password_reset, import_row, preview_link, remark, not_same, edition_text, criterion TO portal_app;
DO $$ BEGIN IF to_regclass('public._prisma_migrations') IS NOT NULL THEN REVOKE ALL ON _prisma_migrations FROM portal_app; GRANT SELECT ON _prisma_migrations TO portal_app; END IF; END $$;
