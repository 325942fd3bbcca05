-- expand: transactions that wrote nothing but what no kept reading shows are noted, so that what is kept until anything is written stands through them.

-- each in the place of its number, taken anew after 8192; below nothing of one that has not ended. The portal's role reads and writes nothing of it
CREATE TABLE app.aside (place smallint PRIMARY KEY CHECK (place BETWEEN 0 AND 8191), xid bigint NOT NULL) WITH (fillfactor = 50);
REVOKE ALL ON app.aside FROM portal_app, PUBLIC;

-- Notes that this transaction wrote nothing but what no kept reading shows (0328), if `p_commands` of its commands came before this one: NULL
-- where somebody else has counted them. Each number has one of 8192 places: nothing grows, and two hardly ever want the same.
CREATE OR REPLACE FUNCTION app.put_aside(p_commands int) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = public, app, pg_temp AS $$
DECLARE mine bigint := pg_current_xact_id()::text::bigint; own_place smallint := mine & 8191;
BEGIN
  INSERT INTO app.aside AS a (place, xid) VALUES (own_place, mine) ON CONFLICT (place) DO UPDATE SET xid = mine WHERE a.xid <> mine;
  IF p_commands IS NOT NULL THEN
    UPDATE app.aside a SET xid = 0 WHERE a.place = own_place AND a.xid = mine AND a.cmin::text::int <> p_commands;
  END IF;
END $$;

-- Runs as a transaction ends whose first commands were so many, or that has said before the end where it was: one more, and it wrote something else.
CREATE OR REPLACE FUNCTION app.note_aside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.put_aside(coalesce(TG_ARGV[0]::int, (SELECT a.cmin::text::int + 1 FROM app.aside a WHERE a.place = pg_current_xact_id()::text::bigint & 8191)));
  RETURN NULL;
END $$;

-- Those that ended since, and wrote nothing else. A row that was brought here with a backup bears the number of another server: it was written by
-- another transaction than it says. Of more than 5,000 nobody looks one by one.
CREATE OR REPLACE FUNCTION app.asides(p_since bigint) RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
BEGIN
  IF p_since >= next OR next - p_since > 5000 THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(a.xid) FROM app.aside a WHERE a.place = ANY (ARRAY (SELECT (x & 8191)::smallint FROM generate_series(p_since, next - 1) x))
    AND a.xid >= p_since AND a.xmin::text::bigint = a.xid & 4294967295), '{}');
END $$;

-- A look at what stands behind a door: before its entry nothing was written, between that and its opening only what an opening forgets, and
-- before its seal nothing more. Of several women the first seal tells it of all; an entry of something else is told with what was changed.
CREATE OR REPLACE FUNCTION app.note_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE sealed bigint := (SELECT s.position FROM app.opening o JOIN audit_entry e ON e.id = o.entry_id JOIN audit_seal s ON s.entry_id = e.id
    WHERE o.entry_id = NEW.entry_id AND (e.cmin::text, o.cmin::text, s.cmin::text) = ('0', '2', '3'));
BEGIN
  IF sealed IS NOT NULL AND NOT EXISTS (SELECT FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id
    WHERE s.position = ANY (ARRAY (SELECT generate_series(sealed, (SELECT max(l.position) FROM audit_seal l)))) AND e.verb NOT IN ('read', 'exported'))
  THEN PERFORM app.put_aside(NULL); END IF;
  RETURN NULL;
END $$;

-- Reads since the last time, by language, page and what its address says ("/vi/story/a-b", "/en/commune/c", "/vi/search"): what no record answers to any
-- more is left out. Two processes add up; rows are taken in one order. Where nothing was written before, it says where it is (0328).
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE alone boolean := pg_current_xact_id_if_assigned() IS NULL;
BEGIN
  INSERT INTO article_read AS r (article_id, day, locale, times)
    SELECT s.article_id, app.today(), s.locale, sum(e.value::int)::int FROM jsonb_each_text(said) e
    JOIN LATERAL (SELECT n.article_id, split_part(e.key, '/', 2) AS locale FROM article_slug n WHERE n.slug = split_part(e.key, '/', 4)
        AND (n.locale = split_part(e.key, '/', 2) OR NOT EXISTS (SELECT FROM article_slug o WHERE o.article_id = n.article_id AND o.locale = split_part(e.key, '/', 2)))
      ORDER BY n.locale = split_part(e.key, '/', 2) DESC LIMIT 1) s ON true
    WHERE split_part(e.key, '/', 3) IN ('newsArticle', 'story', 'guide') GROUP BY 1, 3 ORDER BY 1, 3
  ON CONFLICT (article_id, day, locale) DO UPDATE SET times = r.times + excluded.times;
  INSERT INTO page_read AS r (page, subject, day, locale, times)
    SELECT t.page, coalesce(u.id::text, n.id::text, t.slug), app.today(), t.locale, sum(t.times)::int
    FROM (SELECT split_part(e.key, '/', 2) AS locale, split_part(e.key, '/', 3) AS page, split_part(e.key, '/', 4) AS slug, e.value::int AS times FROM jsonb_each_text(said) e) t
      LEFT JOIN unit u ON t.page = 'commune' AND u.slug = t.slug AND u.level = 'commune' LEFT JOIN session n ON t.page = 'session' AND n.slug = t.slug
    WHERE t.page NOT IN ('newsArticle', 'story', 'guide') AND (t.page NOT IN ('commune', 'session') OR u.id IS NOT NULL OR n.id IS NOT NULL)
    GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
  ON CONFLICT (page, subject, day, locale) DO UPDATE SET times = r.times + excluded.times;
  IF alone THEN
    INSERT INTO app.aside AS a (place, xid) SELECT (m.xid & 8191)::smallint, -m.xid FROM (SELECT pg_current_xact_id()::text::bigint AS xid) m ON CONFLICT (place) DO UPDATE SET xid = excluded.xid;
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION app.put_aside(int), app.note_aside(), app.note_look(), app.asides(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.asides(bigint) TO portal_app;

-- what a run of a job notes of itself, but for a failure and its mending
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE ON job DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.running OR NEW.running) AND (OLD.name, OLD.failures, OLD.failed_at, OLD.error) IS NOT DISTINCT FROM (NEW.name, NEW.failures, NEW.failed_at, NEW.error))
  EXECUTE FUNCTION app.note_aside('1');
-- that a session was used, and nothing else of it
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE OF last_seen_at ON account_session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'last_seen_at' = to_jsonb(NEW) - 'last_seen_at') EXECUTE FUNCTION app.note_aside('1');
-- that somebody has an article open still, or has left it
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE OR DELETE ON article_presence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.note_aside('1');
-- that a door was asked: the opening is looked up, and spent
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE OF spent ON app.opening DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.note_aside('2');
CREATE CONSTRAINT TRIGGER note_look AFTER INSERT ON app.opening DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.note_look();
-- reads were written down, and it was said where: below nothing until then
CREATE CONSTRAINT TRIGGER note_aside AFTER INSERT OR UPDATE ON app.aside DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.xid < 0) EXECUTE FUNCTION app.note_aside();
